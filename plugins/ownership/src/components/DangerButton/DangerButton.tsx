// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { Button, type ButtonProps } from '@backstage/ui';
import styles from './DangerButton.module.css';

/** For what cannot be taken back lightly. The library's own destructive buttons are hard to read, in one theme or the other. */
export const DangerButton = (props: ButtonProps) => (
  <Button
    {...props}
    variant="secondary"
    destructive
    className={styles.danger}
  />
);
