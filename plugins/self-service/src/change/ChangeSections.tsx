// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { CopyableCode, Section } from '@fairway/requests-react';
import { LifetimeLine } from '../lifetime/LifetimeLine';
import { selfServiceTranslationRef } from '../translation';
import { Applying } from './Applying';
import { changeOf } from './changeOf';
import { Files } from './Files';
import { InGit } from './InGit';
import { Targets } from './Targets';

/** What the page of a change shows beside what every request has. */
export const ChangeSections = (props: { request: RequestDetail }) => {
  const { request } = props;
  const { plan, outputs } = changeOf(request);
  const { t } = useTranslationRef(selfServiceTranslationRef);
  return (
    <>
      <Section title={t('change.targets.title')}>
        <Targets targets={plan.targets} />
      </Section>
      <LifetimeLine lifetime={plan.lifetime} />
      <Section title={t('change.files.title')}>
        <Files files={plan.files} />
      </Section>
      <Section title={t('change.git')}>
        <InGit plan={plan} outputs={outputs} />
      </Section>
      {outputs.inspectCommand && (
        <Section title={t('change.inspect.title')}>
          <Flex direction="column" gap="2">
            <Text as="p">{t('change.inspect.text')}</Text>
            <CopyableCode
              block
              value={outputs.inspectCommand}
              label={t('change.copy.command')}
            />
          </Flex>
        </Section>
      )}
      <Section title={t('change.applying.title')}>
        <Applying request={request} outputs={outputs} />
      </Section>
    </>
  );
};
