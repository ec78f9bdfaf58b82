// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ProxiedSignInPage } from '@backstage/core-components';
import { SignInPageProps } from '@backstage/plugin-app-react';

/** Signs in whom oauth2-proxy, in front of the portal, has let through. */
export const ProxySignInPage = (props: SignInPageProps) => (
  <ProxiedSignInPage {...props} provider="oauth2Proxy" />
);
