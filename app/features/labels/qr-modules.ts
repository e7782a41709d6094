import qrcode from 'qrcode-generator'

/**
 * The modules of a QR code, dark ones true, at error level M: it reads with 15 % of it dirty or torn
 * (ISO/IEC 18004:2015, table 8). Its size follows from the text.
 */
export function qrModules(text: string): boolean[][] {
  const qr = qrcode(0, 'M')
  qr.addData(text, 'Byte')
  qr.make()
  const places = Array.from({ length: qr.getModuleCount() }, (_, index) => index)
  return places.map((row) => places.map((column) => qr.isDark(row, column)))
}
