// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useWindowTitle } from '@fairway/requests-react';
import { kafkaSelfServeTranslationRef } from '../translation';
import { useArea } from './useArea';

/** Titles the window while a page is shown: `orders.created | Topics | Kafka`; the list of an area has no name of its own. */
export function useAreaTitle(name?: string): void {
  const { t } = useTranslationRef(kafkaSelfServeTranslationRef);
  const area = useArea();
  useWindowTitle([name, area && t(`nav.${area}`), t('nav.label')]);
}
