// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, ButtonLink, Flex, Text } from '@backstage/ui';
import { LeaveGuarded, useChanged, useOnce } from '@fairway/requests-react';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useNavigate } from 'react-router-dom';
import styles from './parts.module.css';
import { SendError } from './problems';

/** A form whose content is saved at once, without a request: what administrators write. */
export const EditForm = (props: {
  /** What was filled in; leaving asks once it is another. */
  draft: unknown;
  /** Saves it, and answers the address to go to. */
  save: () => Promise<string>;
  words: { save: string; failed: string; cancel: string };
  /** What has to be filled in first. */
  first?: string;
  /** Where "Cancel" leads. */
  back: string;
  children: ReactNode;
}) => {
  const { draft, words, first, back, children } = props;
  const navigate = useNavigate();
  const isChanged = useChanged(draft);
  const hintId = useId();
  const { run, isPending, error } = useOnce();
  const save = () =>
    run(async () => {
      // In place of the second entry that guards the form.
      navigate(await props.save(), { replace: true });
    });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
    >
      {children}
      {error && <SendError error={error} title={words.failed} onRetry={save} />}
      <Flex gap="3">
        <Button
          type="submit"
          variant="primary"
          isDisabled={first !== undefined}
          aria-describedby={first === undefined ? undefined : hintId}
          isPending={isPending}
        >
          {words.save}
        </Button>
        <ButtonLink variant="tertiary" href={back}>
          {words.cancel}
        </ButtonLink>
      </Flex>
      {first !== undefined && (
        <Text id={hintId} variant="body-small" color="secondary">
          {first}
        </Text>
      )}
      <LeaveGuarded isUnsaved={isChanged && !isPending} />
    </form>
  );
};
