// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Text } from '@backstage/ui';
import type { RequestDetail } from '@fairway/requests-common';
import { DiffText } from '../../components/DiffView/DiffText';
import styles from './RequestPage.module.css';

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);

/** What was asked for, field by field, where the source has no words of its own for it. */
export const Payload = (props: { payload: RequestDetail['payload'] }) => (
  <dl className={styles.facts}>
    {Object.entries(props.payload).map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <Text as="span" className={styles.words}>
            <DiffText text={wordsOf(value)} />
          </Text>
        </dd>
      </div>
    ))}
  </dl>
);
