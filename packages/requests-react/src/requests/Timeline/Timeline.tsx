// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { EntityLink, RelativeTime } from '../../components';
import styles from './Timeline.module.css';

/** Something that happened. @public */
export interface TimelineItem {
  id: string;
  title: string;
  /** Shown over the title, for whoever wants the technical name. */
  titleHint?: string;
  /** ISO 8601. */
  at: string;
  /** Entity ref, or another name of whoever did it: `plugin:self-service`, `system`. */
  actorRef: string;
  content?: ReactNode;
}

/** Only people and groups have pages; `plugin:…` and `pipeline:…` look like refs and are none. */
const isEntity = (ref: string) => /^(user|group):[^/]+\/./.test(ref);

/** What happened, as an ordered list: what, when, who. @public */
export const Timeline = (props: {
  /** What the list is of, in words. */
  label: string;
  items: TimelineItem[];
}) => (
  <ol className={styles.list} aria-label={props.label}>
    {props.items.map(({ id, title, titleHint, at, actorRef, content }) => (
      <li key={id} className={styles.item}>
        <Text as="p" className={styles.title}>
          <span title={titleHint}>{title}</span>
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          <RelativeTime value={at} />
          {' · '}
          {isEntity(actorRef) ? (
            <EntityLink entityRef={actorRef} defaultKind="user" />
          ) : (
            actorRef
          )}
        </Text>
        {content && <div className={styles.content}>{content}</div>}
      </li>
    ))}
  </ol>
);
