import type { Confidence } from '#shared/protocol/index.ts';
import { useText } from '#renderer/i18n/index.ts';
import { StatusShape } from '#renderer/ui/index.ts';
import classes from './goals.module.css';

export const confidences: readonly Confidence[] = ['on-track', 'at-risk', 'off-track'];

export interface ConfidenceChoiceProps {
  readonly label: string;
  readonly value: Confidence | null;
  readonly onChange: (value: Confidence) => void;
}

/** What somebody says about a goal: three shapes, the chosen one with its word, the others with their number key. */
export const ConfidenceChoice = (props: ConfidenceChoiceProps) => {
  const { t } = useText();
  return (
    <span className={classes['seg']} role="group" aria-label={props.label}>
      {confidences.map((confidence, index) => {
        const chosen = confidence === props.value;
        return (
          <button
            key={confidence}
            type="button"
            aria-pressed={chosen}
            aria-label={t(`ui.status.${confidence}`)}
            onClick={() => {
              props.onChange(confidence);
            }}
          >
            <StatusShape status={confidence} silent />
            {chosen ? t(`ui.status.${confidence}`) : String(index + 1)}
          </button>
        );
      })}
    </span>
  );
};
