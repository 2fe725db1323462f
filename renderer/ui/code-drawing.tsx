type CodeDrawingProps = {
  /** Modules on each side, the bright margin with them. */
  readonly size: number;
  /** The dark modules, as the `d` of an SVG path in units of a module. */
  readonly path: string;
  /** What it is, for screen readers. */
  readonly label: string;
};

/** A code to scan, black on white in light and dark windows alike: a code inside out cannot be read by every phone. */
export function CodeDrawing({ size, path, label }: CodeDrawingProps) {
  return (
    <svg className="code-drawing" role="img" viewBox={`0 0 ${size} ${size}`}>
      <title>{label}</title>
      <path fill="#fff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#000" shapeRendering="crispEdges" d={path} />
    </svg>
  );
}
