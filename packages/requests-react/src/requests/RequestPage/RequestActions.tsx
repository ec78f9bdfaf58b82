// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink, Checkbox, Flex, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { useId, useState } from 'react';
import { ErrorPanel } from '../../components';
import {
  ConfirmDialog,
  DecisionDialog,
  type DecisionVerdict,
} from '../DecisionDialog';
import { useOnce } from '../hooks/useOnce';
import { PlanComparison } from '../plan';
import type { RequestSource } from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';
import { ActionCauses } from './ActionCauses';
import styles from './RequestPage.module.css';
import { useSubmit } from './useSubmit';
import { ACTION_KEYS, type PageAction, visibleActions } from './visibleActions';

const VERDICTS: PageAction[] = ['approve', 'reject', 'request-changes'];
const PRIMARY: PageAction[] = ['submit', 'approve', 'retry'];

/** The buttons of a request: each asks first where it throws something away, and says why it is disabled. */
export const RequestActions = (props: {
  source: RequestSource;
  request: RequestDetail;
  onChanged: (request: RequestDetail) => void;
}) => {
  const { source, request, onChanged } = props;
  const { api } = source;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const causesId = useId();
  const [open, setOpen] = useState<PageAction>();
  const [done, setDone] = useState<Exclude<PageAction, 'revise'>>();
  const { run, isPending, error, reset } = useOnce();
  const draft = useSubmit({ request, api, onMoved: onChanged });

  const revision = source.revisionOf?.(request);
  const names = visibleActions(request).filter(
    name => name !== 'revise' || revision,
  );
  const finish = (name: typeof done) => (changed: RequestDetail) => {
    setOpen(undefined);
    setDone(name);
    onChanged(changed);
  };
  const press = (name: PageAction) => {
    reset();
    setDone(undefined);
    if (name === 'submit') {
      run(async () => {
        const submitted = await draft.submit();
        if (submitted) finish(name)(submitted);
      });
    } else if (name === 'retry') {
      run(async () => finish(name)(await api.retry(request.id)));
    } else {
      setOpen(name);
    }
  };

  return (
    <Flex direction="column" gap="3">
      <div
        className={styles.actions}
        role="group"
        aria-label={t('actions.label')}
      >
        {names.map(name => {
          const { allowed } = request.actions[name];
          const label =
            name === 'revise' && request.actions.approve.allowed
              ? t('actions.edit')
              : t(`actions.${ACTION_KEYS[name]}`);
          if (name === 'revise' && allowed) {
            return (
              <ButtonLink
                key={name}
                // Asked for changes, it is what to do next.
                variant={names[0] === name ? 'primary' : 'secondary'}
                href={revision}
              >
                {label}
              </ButtonLink>
            );
          }
          return (
            <Button
              key={name}
              // What cannot be pressed does not stand out.
              variant={
                PRIMARY.includes(name) && allowed ? 'primary' : 'secondary'
              }
              isDisabled={!allowed || (name === 'submit' && !draft.mayPress)}
              isPending={isPending && PRIMARY.includes(name)}
              aria-describedby={allowed ? undefined : causesId}
              onPress={() => press(name)}
            >
              {label}
            </Button>
          );
        })}
        {source.extraActions?.(request)}
      </div>
      <ActionCauses id={causesId} request={request} names={names} />
      <Text role="status">
        {done ? t(`actions.done.${ACTION_KEYS[done]}`) : ''}
      </Text>
      {draft.moved && request.decision === 'draft' && (
        <>
          <PlanComparison {...draft.moved} />
          <Checkbox isSelected={draft.isCompared} onChange={draft.compare}>
            {t('decision.changed.compared')}
          </Checkbox>
        </>
      )}
      {error && <ErrorPanel title={t('actions.failed')} error={error} />}
      {open && VERDICTS.includes(open) && (
        <DecisionDialog
          request={request}
          api={api}
          verdict={open as DecisionVerdict}
          onClose={() => setOpen(undefined)}
          onDecided={finish(open as DecisionVerdict)}
        />
      )}
      {(open === 'discard' || open === 'cancel') && (
        <ConfirmDialog
          title={t(`confirm.${open}.title`)}
          text={t(`confirm.${open}.text`)}
          action={t(`confirm.${open}.action`)}
          commentLabel={
            open === 'cancel' ? t('confirm.cancel.comment') : undefined
          }
          onClose={() => setOpen(undefined)}
          onConfirm={async comment =>
            finish(open)(
              open === 'discard'
                ? await api.discard(request.id)
                : await api.cancel(request.id, { comment }),
            )
          }
        />
      )}
    </Flex>
  );
};
