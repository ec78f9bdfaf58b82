// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { RiMenuLine, RiSettings3Line } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import { SidebarLogo } from './SidebarLogo';

// As in ../signIn: the bundler drops this from production.
const PersonaSwitcher =
  process.env.NODE_ENV === 'production'
    ? undefined
    : lazy(() =>
        import('../personas').then(m => ({ default: m.PersonaSwitcher })),
      );

/** What the portal has; plugins that come later are sorted in below. */
export const SidebarContent = NavContentBlueprint.make({
  params: {
    component: ({ navItems }) => {
      const nav = navItems.withComponent(item => (
        <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
      ));
      const settings = nav.take('page:user-settings');
      // Reached from an entity
      nav.take('page:catalog-graph');

      return (
        <Sidebar>
          <SidebarLogo />
          <SidebarDivider />
          <SidebarGroup label="Menu" icon={<RiMenuLine />}>
            {nav.take('page:self-service')}
            {nav.take('page:kafka-self-serve')}
            {nav.take('page:catalog')}
            {nav.take('page:scaffolder')}
            {nav.take('page:ownership')}
            {nav.take('page:notifications')}
            {nav.take('page:search')}
            <SidebarScrollWrapper>
              {nav.rest({ sortBy: 'title' })}
            </SidebarScrollWrapper>
          </SidebarGroup>
          <SidebarSpace />
          <SidebarDivider />
          <SidebarGroup
            label="Settings"
            icon={<RiSettings3Line />}
            to="/settings"
          >
            {PersonaSwitcher && (
              <Suspense fallback={null}>
                <PersonaSwitcher />
              </Suspense>
            )}
            {settings}
          </SidebarGroup>
        </Sidebar>
      );
    },
  },
});
