// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import styles from './nav.module.css';

/** A way between two marks, one to port and one to starboard. */
export const LogoIcon = () => (
  <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="#0f5c56" />
    <path
      d="M9 25.5C9 16 23 16 23 6.5"
      fill="none"
      stroke="#fff"
      strokeWidth="3.6"
      strokeLinecap="round"
    />
    <path d="m9.5 6.5 4 7.5h-8Z" fill="#7fe0cf" />
    <circle cx="22" cy="22" r="4" fill="#7fe0cf" />
  </svg>
);

/** The mark and the name, in the colour of the text around it. */
export const LogoFull = () => (
  <span className={styles.logo}>
    <LogoIcon />
    Fairway
  </span>
);
