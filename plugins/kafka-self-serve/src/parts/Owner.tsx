// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLink } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../translation';

/** The group that owns something on a cluster, or that nobody does. */
export const Owner = (props: { ownerRef?: string }) => {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  return props.ownerRef ? (
    <EntityLink entityRef={props.ownerRef} defaultKind="group" />
  ) : (
    <>{t('orphan')}</>
  );
};
