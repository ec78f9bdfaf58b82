// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { ErrorPanel, useOnce } from '@fairway/requests-react';
import { selfServiceRequestsApiRef } from '../api';
import { selfServiceTranslationRef } from '../translation';

/**
 * Says yes, as it stands, to what the portal asked for in somebody's name: the removal of what has come to its end, where
 * nobody but them has to.
 */
export const GoAhead = (props: { request: RequestDetail }) => {
  const { actions, decision, id, payload, rowVersion } = props.request;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(selfServiceRequestsApiRef);
  const { run, isPending, error } = useOnce();
  if (decision !== 'changes-requested' || !actions.revise.allowed) return null;
  const goAhead = () =>
    run(async () => {
      await api.revise(id, { payload, rowVersion });
    });
  return (
    <Flex direction="column" gap="2">
      <Button isPending={isPending} onPress={goAhead}>
        {t('dispatch.goAhead')}
      </Button>
      {error && <ErrorPanel title={t('dispatch.notDone')} error={error} />}
    </Flex>
  );
};
