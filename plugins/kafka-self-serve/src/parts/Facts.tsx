// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** A list of facts. */
export const Facts = (props: { children: ReactNode }) => (
  <dl className={styles.facts}>{props.children}</dl>
);

/** One of them. */
export const Fact = (props: { label: string; children: ReactNode }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
);
