// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import styles from './tabs.module.css';

/** At the root of the app: brings the rules by which the tabs of our pages wrap in the framework's header. */
export const WrappingTabs = () => <span hidden className={styles.here} />;
