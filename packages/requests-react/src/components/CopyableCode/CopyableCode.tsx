// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import edge from '../scrollEdge.module.css';
import styles from './CopyableCode.module.css';
import { CopyButton } from './CopyButton';

/** Text in a fixed width with a copy button. `block` gives it a line of its own that scrolls. */
export const CopyableCode = (props: {
  value: string;
  /** What it is, in words, for the button: "the branch name". */
  label: string;
  block?: boolean;
}) => {
  const { value, label, block = false } = props;
  if (!block) {
    return (
      <span className={styles.inline}>
        <code className={styles.code}>{value}</code>
        <CopyButton value={value} label={label} />
      </span>
    );
  }
  return (
    <div className={styles.block}>
      {/* A region that scrolls has to be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={`${styles.pre} ${edge.fading}`} tabIndex={0}>
        <code>{value}</code>
      </pre>
      <CopyButton value={value} label={label} />
    </div>
  );
};
