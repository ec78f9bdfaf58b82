// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import type { GrantView } from '@fairway/backstage-plugin-kafka-self-serve-common';
import { useLinks } from '../../layout/useLinks';
import { Few } from '../../parts';
import { kafkaSelfServeTranslationRef } from '../../translation';
import styles from './applications.module.css';

/** `orders` of `orders@dev`. */
export const applicationOfInstance = (id: string) => id.split('@')[0];

/** Grants that draw the same line: the same access for two consumer groups, or asked for twice. */
const lineOf = ({ access, owner, grantee, topic }: GrantView) =>
  [access, owner, grantee, topic.pattern, topic.name].join(' ');

/** Who writes to a topic and who reads it, as far as grants hold: a list, drawn as boxes with arrows. */
export const AccessPicture = (props: { grants: GrantView[] }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const { applicationOf, topicOf } = useLinks();
  const holding = [
    ...new Map(
      props.grants
        .filter(({ state }) => state === 'active' || state === 'ending')
        .map(grant => [lineOf(grant), grant]),
    ).values(),
  ];
  if (holding.length === 0) return null;
  const Application = ({ id }: { id: string }) => (
    <span className={styles.box}>
      <Link href={applicationOf(applicationOfInstance(id))}>{id}</Link>
    </span>
  );
  const arrow = (words: string) => (
    <>
      <span className={styles.arrow} aria-hidden="true">
        →
      </span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  );
  return (
    <Few items={holding}>
      {shown => (
        <ul
          className={styles.picture}
          aria-label={t('applications.access.picture')}
        >
          {shown.map(({ id, access, owner, grantee, topic, environment }) => (
            <li key={id}>
              <Application id={access === 'PRODUCE' ? grantee : owner} />
              {arrow(t('applications.access.writes'))}
              <span className={`${styles.box} ${styles.topic}`}>
                {topic.pattern === 'LITERAL' ? (
                  <Link href={topicOf(environment, topic.name)}>
                    {topic.name}
                  </Link>
                ) : (
                  t('applications.access.prefix', { name: topic.name })
                )}
              </span>
              {arrow(t('applications.access.readBy'))}
              <Application id={access === 'PRODUCE' ? owner : grantee} />
            </li>
          ))}
        </ul>
      )}
    </Few>
  );
};
