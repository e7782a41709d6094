/** An image ready for a model: rows from the top, three bytes (red, green, blue) per pixel. */
export type Pixels = { data: Uint8Array; width: number; height: number }
