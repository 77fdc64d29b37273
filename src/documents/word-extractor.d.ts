declare module 'word-extractor' {
  type Options = { filterUnicode?: boolean };
  class WordDocument {
    getBody(options?: Options): string;
    getTextboxes(options?: Options): string;
  }
  export default class WordExtractor {
    extract(source: string | Uint8Array): Promise<WordDocument>;
  }
}
