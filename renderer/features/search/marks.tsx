import classes from './search.module.css';

/** A part of a snippet, and whether it is what was searched for. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Reads the marks \u0002 and \u0003 of a snippet; anything unbalanced is text. */
export const partsOf = (snippet: string): readonly Part[] => {
  const parts: Part[] = [];
  for (const piece of snippet.split('\u0002')) {
    const end = parts.length === 0 && !snippet.startsWith('\u0002') ? -1 : piece.indexOf('\u0003');
    const found = end === -1 ? '' : piece.slice(0, end);
    const rest = end === -1 ? piece : piece.slice(end + 1);
    parts.push({ text: found, found: true }, { text: rest.replaceAll('\u0003', ''), found: false });
  }
  return parts.filter((part) => part.text !== '');
};

/** A snippet with what was searched for marked in it. */
export const Marked = (props: { readonly snippet: string }) => (
  <span dir="auto">
    {partsOf(props.snippet).map((part, index) =>
      part.found ? (
        <mark key={index} className={classes['mark']}>
          {part.text}
        </mark>
      ) : (
        <span key={index}>{part.text}</span>
      ),
    )}
  </span>
);
