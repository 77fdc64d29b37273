/** First bytes of the image formats that the platform takes; HEIC carries its mark at the fifth byte. */
const SIGNATURES: { name: string; at: number; bytes: number[] }[] = [
  { name: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { name: 'gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { name: 'bmp', at: 0, bytes: [0x42, 0x4d] },
  { name: 'x-icon', at: 0, bytes: [0, 0, 1, 0] },
  { name: 'tiff', at: 0, bytes: [0x49, 0x49, 0x2a, 0] },
  { name: 'tiff', at: 0, bytes: [0x4d, 0x4d, 0, 0x2a] },
  { name: 'heic', at: 4, bytes: [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69] },
];

/** The image format that the bytes begin with, as in `image/NAME`; undefined: no image that the platform takes. */
export function imageKind(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find((s) => s.bytes.every((b, i) => bytes[s.at + i] === b))?.name;
}
