/** The last values as a small line, newest at the end with a point; the number stands beside it in words. */
export const Sparkline = (props: {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
}) => {
  const { values, width = 84, height = 22 } = props;
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((value, index) => ({
    x: 2 + (index / (values.length - 1)) * (width - 6),
    y: 3 + (1 - (value - low) / span) * (height - 6),
  }));
  const last = points.at(-1);
  return (
    <svg width={width} height={height} aria-hidden style={{ flex: 'none' }}>
      <polyline
        points={points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--mer-bar-fill)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last !== undefined && <circle cx={last.x} cy={last.y} r="2.5" fill="var(--mer-accent)" />}
    </svg>
  );
};
