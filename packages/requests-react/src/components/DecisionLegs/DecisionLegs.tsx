// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ScrollTable } from '../ScrollTable';
import { fairwayComponentsTranslationRef } from '../translation';

/** The rules that decided, leg by leg, with their place in the ownership policy. */
export const DecisionLegs = (props: {
  /** What the table lists, in words. */
  label: string;
  /** Legs of a decision of the ownership engine. */
  legs: {
    target: string;
    decision: 'allow' | 'deny';
    by: string;
    line?: number;
    why?: string;
  }[];
}) => {
  const { label, legs } = props;
  const { t } = useTranslationRef(fairwayComponentsTranslationRef);
  return (
    <ScrollTable
      label={label}
      columns={[
        t('legs.target'),
        t('legs.decision'),
        t('legs.rule'),
        t('legs.line'),
        t('legs.why'),
      ]}
    >
      {legs.map(leg => (
        <tr key={leg.target}>
          <th scope="row">
            <code>{leg.target}</code>
          </th>
          <td>{t(`legs.${leg.decision}`)}</td>
          <td>
            <code>{leg.by}</code>
          </td>
          <td>{leg.line ?? '–'}</td>
          <td>{leg.why ?? '–'}</td>
        </tr>
      ))}
    </ScrollTable>
  );
};
