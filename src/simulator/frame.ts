import protobuf from 'protobufjs/minimal.js';

/** A frame of the long connection (长连接): control frames carry pings, data frames events and their answers. */
export type Frame = {
  service: number;
  method: 'control' | 'data';
  headers: Record<string, string>;
  payload: Uint8Array;
};

const METHODS = ['control', 'data'] as const;

/** Field numbers of the platform's protobuf message `pbbp2.Frame`, as the official SDK reads it. */
const FIELD = { seqId: 1, logId: 2, service: 3, method: 4, header: 5, payload: 8 };
const VARINT = 0;
const BYTES = 2;

export function encodeFrame(frame: Frame): Uint8Array {
  const writer = protobuf.Writer.create();
  const tag = (field: number, wire: number) => writer.uint32((field << 3) | wire);
  tag(FIELD.seqId, VARINT).uint64(0);
  tag(FIELD.logId, VARINT).uint64(0);
  tag(FIELD.service, VARINT).int32(frame.service);
  tag(FIELD.method, VARINT).int32(METHODS.indexOf(frame.method));
  for (const [key, value] of Object.entries(frame.headers)) {
    tag(FIELD.header, BYTES).fork();
    tag(1, BYTES).string(key);
    tag(2, BYTES).string(value).ldelim();
  }
  tag(FIELD.payload, BYTES).bytes(frame.payload);
  return writer.finish();
}

/** Reads a frame; throws on bytes that are none. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const reader = protobuf.Reader.create(bytes);
  const frame: Frame = { service: 0, method: 'control', headers: {}, payload: new Uint8Array() };
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    switch (tag >>> 3) {
      case FIELD.service:
        frame.service = reader.int32();
        break;
      case FIELD.method:
        frame.method = METHODS[reader.int32()] ?? 'control';
        break;
      case FIELD.header: {
        const [key, value] = readHeader(reader);
        frame.headers[key] = value;
        break;
      }
      case FIELD.payload:
        frame.payload = reader.bytes();
        break;
      default:
        reader.skipType(tag & 7);
    }
  }
  return frame;
}

function readHeader(reader: protobuf.Reader): [key: string, value: string] {
  const end = reader.uint32() + reader.pos;
  let [key, value] = ['', ''];
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (tag >>> 3 === 1) key = reader.string();
    else if (tag >>> 3 === 2) value = reader.string();
    else reader.skipType(tag & 7);
  }
  return [key, value];
}
