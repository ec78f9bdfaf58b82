// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Flex, Text, VisuallyHidden } from '@backstage/ui';
import type {
  ActionTarget,
  SelfServiceAction,
} from '@fairway/backstage-plugin-self-service-common';
import { LoadError } from '@fairway/requests-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { actionsApiRef } from '../api';
import { inWords } from '../words';
import { formLink } from '../pages/formLink';
import { templateExternal } from '../routes';
import { selfServiceTranslationRef } from '../translation';

/** Opens the form of an action, filled from Git: asked for when it is wanted, so that it is as Git is then. */
export const OpenAction = (props: {
  action: SelfServiceAction;
  entityRef: string;
  target: ActionTarget;
}) => {
  const { action, entityRef, target } = props;
  const { templateRef, title } = action;
  const { environment, needs, approval } = target;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const api = useApi(actionsApiRef);
  const link = useRouteRef(templateExternal);
  const navigate = useNavigate();
  const [state, setState] = useState<{ isOpening?: boolean; error?: Error }>(
    {},
  );
  if (!link) return null;
  const open = async () => {
    setState({ isOpening: true });
    try {
      const question = { templateRef, entityRef, environment };
      const { formData } = await api.form(question);
      const { namespace, name } = parseEntityRef(templateRef);
      navigate(formLink(link({ namespace, templateName: name }), formData));
    } catch (error) {
      setState({ error: error as Error });
    }
  };
  return (
    <Flex direction="column" gap="2" align="start">
      <Button
        variant="secondary"
        aria-label={t('hub.entity.openIn', { title, environment })}
        isDisabled={state.isOpening}
        onPress={open}
      >
        {t('hub.entity.in', { environment })}
      </Button>
      <Text as="div" variant="body-small" color="secondary">
        {[
          ...(needs.length > 0
            ? [t('hub.needs', { attributes: needs.map(inWords).join(', ') })]
            : []),
          ...(approval
            ? [t(`hub.approval.${approval}`, { environments: environment })]
            : []),
        ].join('. ')}
      </Text>
      <VisuallyHidden role="status">
        {state.isOpening && t('hub.entity.opening')}
      </VisuallyHidden>
      {state.error && (
        <LoadError
          error={state.error}
          title={t('hub.entity.failed')}
          notAllowedTitle={t('hub.entity.formNotAllowed')}
          onRetry={open}
          isRetrying={state.isOpening}
        />
      )}
    </Flex>
  );
};
