import { useText } from '#renderer/i18n/index.ts';
import { useCommand } from '#renderer/state/index.ts';
import { IconButton, SelectField, TrashIcon } from '#renderer/ui/index.ts';
import classes from './templates.module.css';
import { useTemplates } from './use-templates.ts';
import type { Template } from './use-templates.ts';

const none = 'none';

/** What a new goal begins from, and the way to put away one of the team's templates. */
export const TemplateField = (props: {
  readonly chosen: Template | null;
  readonly onChoose: (template: Template | null) => void;
}) => {
  const { t } = useText();
  const templates = useTemplates();
  const update = useCommand('template.update');
  const { chosen, onChoose } = props;
  const option = ({ id, title }: Template) => ({ value: id, label: title });
  const own = templates.filter((each) => each.own !== null).map(option);
  const given = templates.filter((each) => each.own === null).map(option);
  const held = chosen?.own ?? null;
  return (
    <div className={classes['field']}>
      <SelectField
        label={t('goals.templates.from')}
        searchable
        value={chosen?.id ?? none}
        data={[
          { value: none, label: t('goals.templates.none') },
          ...(own.length === 0 ? [] : [{ group: t('goals.templates.own'), items: own }]),
          { group: t('goals.templates.given'), items: given },
        ]}
        onChange={(value) => onChoose(templates.find((each) => each.id === value) ?? null)}
      />
      {held?.mayChange === true && (
        <IconButton
          icon={TrashIcon}
          label={t('goals.templates.putAway', { title: held.title })}
          onClick={() => {
            onChoose(null);
            void update.run(
              { id: held.id, base: [...held.heads], archived: true },
              { done: t('goals.templates.gone', { title: held.title }) },
            );
          }}
        />
      )}
    </div>
  );
};
