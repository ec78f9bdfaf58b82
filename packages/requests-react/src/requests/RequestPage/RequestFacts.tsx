// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import type { ReactNode } from 'react';
import {
  CopyableCode,
  EntityLink,
  EntityLinks,
  RelativeTime,
  Section,
} from '../../components';
import { kindTitle } from '../RequestTable/useFilterOptions';
import type { RequestSource } from '../sources';
import { fairwayRequestsTranslationRef } from '../translation';
import styles from './RequestPage.module.css';

const Fact = (props: { name: string; children: ReactNode }) => (
  <>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </>
);

/** What is known of a request at a glance. */
export const RequestFacts = (props: {
  source: RequestSource;
  request: RequestDetail;
}) => {
  const { source, request } = props;
  const { t } = useTranslationRef(fairwayRequestsTranslationRef);
  const others = request.authorRefs.filter(ref => ref !== request.requesterRef);
  return (
    <Section title={t('facts.title')}>
      <dl className={styles.facts}>
        <Fact name={t('facts.requester')}>
          <EntityLink entityRef={request.requesterRef} defaultKind="user" />
        </Fact>
        {others.length > 0 && (
          <Fact name={t('facts.authors')}>
            <EntityLinks refs={request.authorRefs} defaultKind="user" />
          </Fact>
        )}
        <Fact name={t('facts.kind')}>
          {kindTitle(source, request.kind)} ({request.operation})
        </Fact>
        <Fact name={t('facts.environment')}>
          {request.environmentRef ?? t('facts.none')}
        </Fact>
        {request.ownerRef && (
          <Fact name={t('facts.owner')}>
            <EntityLink entityRef={request.ownerRef} defaultKind="group" />
          </Fact>
        )}
        <Fact name={t('facts.resources')}>
          {request.resourceRefs.map(ref => (
            <div key={ref}>
              <code>{ref}</code>
            </div>
          ))}
        </Fact>
        <Fact name={t('facts.made')}>
          <RelativeTime value={request.createdAt} />
        </Fact>
        {request.submittedAt && (
          <Fact name={t('facts.submitted')}>
            <RelativeTime value={request.submittedAt} />
          </Fact>
        )}
        {request.decideBy && (
          <Fact name={t('facts.decideBy')}>
            <RelativeTime value={request.decideBy} />
          </Fact>
        )}
        {request.revision > 1 && (
          <Fact name={t('facts.revision')}>{request.revision}</Fact>
        )}
        {request.links.length > 0 && (
          <Fact name={t('facts.links')}>
            {request.links.map(({ rel, title, url }) => (
              <div key={rel}>
                <Link href={url}>{title}</Link>
              </div>
            ))}
          </Fact>
        )}
        <Fact name={t('plan.digestLabel')}>
          <CopyableCode value={request.planDigest} label={t('plan.digest')} />
        </Fact>
      </dl>
    </Section>
  );
};
