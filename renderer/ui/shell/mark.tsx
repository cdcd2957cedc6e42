/** The sign of Meridian: a globe with its night side. */
export const Mark = (props: { readonly size?: number }) => (
  <svg
    width={props.size ?? 24}
    height={props.size ?? 24}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    aria-hidden
    style={{ color: 'var(--mer-accent)', flex: 'none' }}
  >
    <circle cx="12" cy="12" r="9.5" />
    <path
      d="M12 2.5a9.5 9.5 0 0 1 0 19c3.6-2.6 5.2-5.7 5.2-9.5S15.6 5.1 12 2.5z"
      fill="currentColor"
      strokeLinejoin="round"
    />
  </svg>
);
