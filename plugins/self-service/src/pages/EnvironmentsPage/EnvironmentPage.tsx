// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import {
  EmptyState,
  EntityLinks,
  RequestTable,
  Section,
  type TemporaryAccess,
  useRequestSources,
} from '@fairway/requests-react';
import { useCallback, useMemo } from 'react';
import { AccessTable } from '../../endings';
import { Fact, Facts } from '../../change/Fact';
import { WhoMayDeploy } from './WhoMayDeploy';
import { environmentsRouteRef } from '../../routes';
import { selfServiceTranslationRef } from '../../translation';
import { endsSoon, type Environment, expiringOf } from './environments';
import { RunningTable } from './RunningTable';

/** One environment: whose it is, who may deploy what, what runs there, what is asked for, what is about to end. */
export const EnvironmentPage = (props: {
  name: string;
  environment?: Environment;
}) => {
  const { name, environment } = props;
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const listLink = useRouteRef(environmentsRouteRef);
  const sources = useRequestSources();
  const only = useMemo(
    () => ({
      environment: [name],
      decision: ['pending' as const, 'changes-requested' as const],
    }),
    [name],
  );
  const endsHere = useCallback(
    (access: TemporaryAccess) =>
      (access.environment ?? name) === name && endsSoon(access, new Date()),
    [name],
  );
  const back = listLink && (
    <Link href={listLink()}>{t('environments.one.back')}</Link>
  );
  if (!environment) {
    return (
      <EmptyState
        title={t('environments.one.missing.title', { name })}
        headingLevel="h2"
        action={back}
      >
        {t('environments.one.missing.text')}
      </EmptyState>
    );
  }
  const expiring = expiringOf(environment, new Date());
  return (
    <Flex direction="column" gap="6">
      <Flex direction="column" gap="2">
        <div>{back}</div>
        <Text as="h2" variant="title-small">
          {name}
        </Text>
        {environment.description && <Text>{environment.description}</Text>}
      </Flex>
      <Section title={t('environments.one.facts')}>
        <Facts>
          <Fact label={t('environments.one.owner')}>
            <EntityLinks refs={environment.ownerRefs} defaultKind="group" />
          </Fact>
          {environment.tier && (
            <Fact label={t('environments.one.tier')}>{environment.tier}</Fact>
          )}
          {(['accounts', 'clusters'] as const).map(
            key =>
              environment[key].length > 0 && (
                <Fact key={key} label={t(`environments.one.${key}`)}>
                  {environment[key].join(', ')}
                </Fact>
              ),
          )}
        </Facts>
      </Section>
      <WhoMayDeploy environment={name} />
      <Section title={t('environments.running.title')}>
        <RunningTable
          running={environment.running}
          label={t('environments.running.label', { name })}
          empty={t('environments.running.empty')}
        />
      </Section>
      <Section title={t('environments.expiring.title')}>
        <RunningTable
          running={expiring}
          label={t('environments.expiring.label', { name })}
          empty={t('environments.expiring.empty')}
        />
        <AccessTable
          label={t('environments.expiring.access', { name })}
          empty={t('environments.expiring.noAccess')}
          only={endsHere}
        />
      </Section>
      <RequestTable
        title={t('environments.pending.title')}
        sources={sources}
        only={only}
        tabs={[]}
        empty={{
          title: t('environments.pending.empty.title'),
          text: t('environments.pending.empty.text'),
        }}
      />
    </Flex>
  );
};
