// The small signs of pictures, each as outlines in a square of 12, drawn with lines of 1.2 unless filled.

/** A sign: lines, and what of it is filled. */
export interface Sign {
  readonly lines?: string;
  readonly filled?: string;
  /** What it says to people who do not see it. */
  readonly words: string;
}

/** Every sign by name. */
export const signs: Readonly<Record<string, Sign>> = {
  person: { lines: "M2 11.4C2 8.4 3.6 7 6 7s4 1.4 4 4.4z", filled: "M6 .8a2.5 2.5 0 1 0 .01 0z", words: "person" },
  chip: {
    lines: "M3 3h6v6H3zM4.6 3V1M7.4 3V1M4.6 11V9M7.4 11V9M3 4.6H1M3 7.4H1M11 4.6H9M11 7.4H9",
    words: "device",
  },
  drum: { lines: "M2 3c0-2 8-2 8 0v6c0 2-8 2-8 0zM2 3c0 2 8 2 8 0", words: "store" },
  zone: { lines: "M1.5 1.5h3M7.5 1.5h3v3M10.5 7.5v3h-3M4.5 10.5h-3v-3M1.5 4.5v-3", words: "boundary" },
  "safety-related": {
    lines: "M6 11 1.8 6.4A2.5 2.5 0 0 1 6 3.2a2.5 2.5 0 0 1 4.2 3.2zM3.4 6.6h1.5l.8-1.6 1 2.6.7-1h1.2",
    words: "safety-related",
  },
  wireless: { lines: "M1.2 4.6a7 7 0 0 1 9.6 0M3 6.8a4.4 4.4 0 0 1 6 0", filled: "M6 8.2a1.2 1.2 0 1 0 .01 0z", words: "wireless" },
  public: { lines: "M6 1a5 5 0 1 0 .01 0zM1 6h10M6 1c-3 3-3 7 0 10M6 1c3 3 3 7 0 10", words: "exposed to the public" },
  "multi-patient": {
    lines: "M1 11c0-2.6 1-4 3-4s3 1.4 3 4M8 7c2 0 3 1.4 3 4",
    filled: "M4 2a1.9 1.9 0 1 0 .01 0zM8.3 2.4a1.6 1.6 0 1 0 .01 0z",
    words: "serves several patients",
  },
  debug: {
    lines:
      "M6 3.5c2 0 2.8 1.6 2.8 3.6S7.6 10.8 6 10.8 3.2 9.2 3.2 7.1 4 3.5 6 3.5zM6 3.5v7.3M3.2 6.8H1M11 6.8H8.8M3.6 4.6 2 3M8.4 4.6 10 3M3.6 9.2 2 10.8M8.4 9.2 10 10.8M4.6 3.4 5 1.6h2l.4 1.8",
    words: "debug connection",
  },
  disabled: { lines: "M6 1a5 5 0 1 0 .01 0zM2.5 9.5l7-7", words: "disabled as shipped" },
  "out-of-scope": { lines: "M1.5 1.5l9 9M10.5 1.5l-9 9", words: "outside the analysed design" },
  commands: { filled: "M6.8.8 2.4 7h2.8L4.6 11.2 9.6 4.8H6.6z", words: "the receiver acts on it" },
  protected: { lines: "M3.6 5.2V3.6a2.4 2.4 0 0 1 4.8 0v1.6", filled: "M2.4 5.2h7.2v5.6H2.4z", words: "protected on its way" },
  partial: {
    lines: "M3.6 5.2V3.6a2.4 2.4 0 0 1 4.8 0v1.6M2.4 5.2h7.2v5.6H2.4z",
    filled: "M2.4 8h7.2v2.8H2.4z",
    words: "partly protected on its way",
  },
  unprotected: { lines: "M3.6 5.2V3a2.2 2.2 0 0 1 4.3-.7M2.4 5.2h7.2v5.6H2.4z", words: "not protected on its way" },
};
