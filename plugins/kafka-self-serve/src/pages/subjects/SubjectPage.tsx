// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { SubjectDetail } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { Section, useLoad } from '@fairway/requests-react';
import { Fragment, useCallback } from 'react';
import { kafkaSelfServeApiRef } from '../../api';
import { useLinks } from '../../layout/useLinks';
import {
  AskLinks,
  EnvironmentName,
  Fact,
  Facts,
  Few,
  LoadedPage,
  OpenRequests,
  Owner,
} from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import { PhaseBadge, SnapshotAge } from '../../words';
import { SUBJECT_ASKS, useAskLinks } from '../ask';
import { Versions } from './Versions';

const Topics = (props: { subject: SubjectDetail }) => {
  const { environment, topics } = props.subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { topicOf } = useLinks();
  if (topics.length === 0) return <>{t('subjects.one.none')}</>;
  return (
    <Few items={topics}>
      {shown =>
        shown.map((topic, index) => (
          <Fragment key={topic}>
            {index > 0 && ', '}
            <Link href={topicOf(environment, topic)}>{topic}</Link>
          </Fragment>
        ))
      }
    </Few>
  );
};

const Subject = (props: { subject: SubjectDetail }) => {
  const { subject } = props;
  const { compatibility, registryCompatibility } = subject;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { askOfSubject } = useAskLinks();
  const ofRegistry = registryCompatibility
    ? t('subjects.registryIs', { level: registryCompatibility })
    : t('subjects.registry');
  return (
    <>
      <AskLinks
        asks={SUBJECT_ASKS.map(ask => ({
          label: t(`subjects.one.asks.${ask}`),
          href: askOfSubject(ask, subject.environment, subject.name),
          action: subject.actions[ask],
        }))}
      />
      {!subject.live && <SnapshotAge snapshots={[subject.snapshot]} />}
      <Facts>
        <Fact label={t('subjects.one.environment')}>
          <EnvironmentName name={subject.environment} />
        </Fact>
        <Fact label={t('subjects.one.owner')}>
          <Owner ownerRef={subject.ownerRef} />
        </Fact>
        <Fact label={t('subjects.one.topics')}>
          <Topics subject={subject} />
        </Fact>
        <Fact label={t('subjects.one.compatibility')}>
          {compatibility ?? ofRegistry}
        </Fact>
        {subject.latest && (
          <Fact label={t('subjects.one.latest')}>
            {`${subject.latest.version} (${subject.latest.format})`}
          </Fact>
        )}
      </Facts>
      {subject.versions.length > 0 ? (
        <Versions subject={subject} />
      ) : (
        <Section title={t('subjects.one.versions')}>
          <Text as="p">{t('subjects.one.noVersions')}</Text>
        </Section>
      )}
      <OpenRequests requests={subject.openRequests} />
    </>
  );
};

/** One subject with its versions. */
export const SubjectPage = (props: { environment: string; name: string }) => {
  const { environment, name } = props;
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const api = useApi(kafkaSelfServeApiRef);
  const { subjectOf } = useLinks();
  const loaded = useLoad(
    useCallback(
      (signal: AbortSignal) => api.subject({ environment, name }, { signal }),
      [api, environment, name],
    ),
  );
  return (
    <LoadedPage
      title={name}
      href={subjectOf(environment, name)}
      loaded={loaded}
      words={{
        loading: t('subjects.one.loading'),
        error: t('subjects.one.error'),
        notAllowed: t('subjects.one.notAllowed'),
      }}
      state={({ phase }) => <PhaseBadge phase={phase} />}
    >
      {subject => <Subject subject={subject} />}
    </LoadedPage>
  );
};
