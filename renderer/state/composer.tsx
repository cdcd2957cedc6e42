import { useCallback, useMemo } from 'react';
import type { Audience } from '#shared/protocol/index.ts';
import { MentionField, mentionsIn } from '#renderer/ui/index.ts';
import type { MentionFieldProps, MentionOf } from '#renderer/ui/index.ts';
import { usePeople } from './people.ts';

export interface ComposerFieldProps extends Omit<MentionFieldProps, 'people' | 'readerIds'> {
  /** Who can read what is written here. */
  readonly audience: Pick<Audience, 'kind' | 'readerIds'>;
}

/** The field of every composer: `@` names somebody of the team. */
export const ComposerField = (props: ComposerFieldProps) => {
  const { audience, ...rest } = props;
  const people = usePeople();
  const others = useMemo(() => people.filter((person) => !person.me), [people]);
  return <MentionField {...rest} people={others} readerIds={audience.kind === 'team' ? null : audience.readerIds} />;
};

/** Whom a text names, as commands take it. Naming oneself says nothing to anybody. */
export const useMentions = (): ((text: string) => MentionOf[]) => {
  const people = usePeople();
  return useCallback(
    (text) => [
      ...mentionsIn(
        text,
        people.filter((person) => !person.me),
      ),
    ],
    [people],
  );
};
