// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { parseEntityRef } from '@backstage/catalog-model';
import {
  useApiHolder,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { Section, useLoad } from '@fairway/requests-react';
import { useCallback } from 'react';
import { changeOf } from '../../change/changeOf';
import { templateExternal } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';

/** The form that the change came from, filled as it was, for whoever may read its task; nothing for others. */
export const OtherAnswers = (props: { request: RequestDetail }) => {
  const { templateRef, taskId } = changeOf(props.request).payload.origin ?? {};
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const scaffolder = useApiHolder().get(scaffolderApiRef);
  const templateLink = useRouteRef(templateExternal);
  const load = useCallback(async () => {
    if (!taskId || !scaffolder) return {};
    const { spec } = await scaffolder.getTask(taskId);
    return { answers: spec.parameters };
  }, [scaffolder, taskId]);
  const answers = useLoad(load).value?.answers;
  if (!templateRef || !templateLink || !answers) return null;
  const { namespace, name } = parseEntityRef(templateRef, {
    defaultKind: 'template',
    defaultNamespace: 'default',
  });
  const formData = encodeURIComponent(JSON.stringify(answers));
  const form = templateLink({ namespace, templateName: name });
  return (
    <Section title={t('revise.answers.title')}>
      <Flex direction="column" gap="2" align="start">
        <Text as="p">{t('revise.answers.text')}</Text>
        <ButtonLink variant="secondary" href={`${form}?formData=${formData}`}>
          {t('revise.answers.link')}
        </ButtonLink>
      </Flex>
    </Section>
  );
};
