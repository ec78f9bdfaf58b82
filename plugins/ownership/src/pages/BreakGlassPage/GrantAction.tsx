// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { BreakGlassRecord } from '@fairway/backstage-plugin-ownership-common';
import { EntityLink } from '@fairway/requests-react';
import { useCallback, useState } from 'react';
import { ownershipApiRef } from '../../api';
import { ConfirmDialog } from '../../components';
import { useSubmit } from '../../hooks/useSubmit';
import { ownershipTranslationRef } from '../../translation';
import { useScope } from './useScope';

/** Approves or ends a grant, after one more look at what that does. */
export const GrantAction = (props: {
  kind: 'approve' | 'close';
  grant: BreakGlassRecord;
  onDone: () => void;
}) => {
  const { kind, grant, onDone } = props;
  const { id, userEntityRef, minutes, reason, ticket } = grant;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const ownership = useApi(ownershipApiRef);
  const scopeOf = useScope();
  const [isOpen, setOpen] = useState(false);
  const send = useCallback(
    (_: void, signal: AbortSignal) =>
      kind === 'approve'
        ? ownership.approveBreakGlass({ id }, { signal })
        : ownership.closeBreakGlass({ id }, { signal }),
    [ownership, kind, id],
  );
  const { error, isPending, run } = useSubmit(send);
  const confirm = async () => {
    if (!(await run())) return;
    setOpen(false);
    onDone();
  };
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        aria-label={t(`breakGlass.${kind}.label`, { ticket })}
        onPress={() => setOpen(true)}
      >
        {t(`breakGlass.${kind}.verb`)}
      </Button>
      {isOpen && (
        <ConfirmDialog
          title={t(`breakGlass.${kind}.title`)}
          confirm={t(`breakGlass.${kind}.confirm`)}
          error={error}
          errorTitle={t(`breakGlass.${kind}.error`)}
          notAllowedTitle={t(`breakGlass.${kind}.notAllowed`)}
          isPending={isPending}
          onConfirm={confirm}
          onClose={() => setOpen(false)}
        >
          <Text as="p">
            <EntityLink entityRef={userEntityRef} defaultKind="user" />{' '}
            {t(`breakGlass.${kind}.text`, {
              scope: scopeOf(grant),
              minutes: String(minutes),
            })}
          </Text>
          <Text as="p">{t('breakGlass.because', { ticket, reason })}</Text>
        </ConfirmDialog>
      )}
    </>
  );
};
