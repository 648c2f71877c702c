/** A QR as one path over `size` modules a side, with the quiet zone ISO/IEC 18004 asks for around it. */
export interface QrShape {
  size: number
  path: string
}

const QUIET = 4

/** The picture for a page: no style attribute, so that the strictest policy draws it. */
export function QrPicture({ shape, label }: { shape: QrShape; label: string }) {
  const side = shape.size + 2 * QUIET
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}>
      <path d={shape.path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
