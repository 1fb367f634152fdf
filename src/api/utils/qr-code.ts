import { toDataURL } from "qrcode"

/** A text as the picture of a QR code, error level M: a PNG's data URL, for an `<img>` on a page or in a mail. */
export const qrCode = (text: string): Promise<string> =>
  // As bytes: how a text is cut into segments of other alphabets would differ from one library to the next.
  toDataURL([{ data: Buffer.from(text), mode: "byte" }], {
    errorCorrectionLevel: "M",
    margin: 4,
    scale: 6,
  })
