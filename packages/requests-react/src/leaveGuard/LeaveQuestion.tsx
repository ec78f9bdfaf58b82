// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ConfirmDialog } from '../requests/DecisionDialog';
import { fairwayRequestsTranslationRef } from '../requests/translation';
import { type LeaveGuard, useLeaveGuard } from './useLeaveGuard';

/** The question of a guard, while it asks. @public */
export const LeaveQuestion = (props: { guard: LeaveGuard }) => {
  const { guard } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  if (!guard.isAsking) return null;
  return (
    <ConfirmDialog
      title={t('leave.title')}
      text={t('leave.text')}
      action={t('leave.action')}
      backLabel={t('leave.stay')}
      onClose={guard.stay}
      onConfirm={async () => guard.leave()}
    />
  );
};

/** Asks before a form with unsaved text is left: rendered in the form, it is all that the form needs. @public */
export const LeaveGuarded = (props: { isUnsaved: boolean }) => (
  <LeaveQuestion guard={useLeaveGuard(props.isUnsaved)} />
);
