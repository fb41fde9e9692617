/** Whether a PDF's trailer names an encryption dictionary, also where the file is too unusual for the parser. */
export const isEncrypted = (bytes: Uint8Array): boolean =>
  /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(Buffer.from(bytes).toString('latin1'));
