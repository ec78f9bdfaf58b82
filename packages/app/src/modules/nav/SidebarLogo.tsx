// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useSidebarOpenState } from '@backstage/core-components';
import { Link } from 'react-router-dom';
import { LogoFull, LogoIcon } from './Logo';
import styles from './nav.module.css';

export const SidebarLogo = () => {
  const { isOpen } = useSidebarOpenState();
  const Logo = isOpen ? LogoFull : LogoIcon;
  return (
    <Link to="/" className={styles.logoLink} aria-label="Fairway, home">
      <Logo />
    </Link>
  );
};
