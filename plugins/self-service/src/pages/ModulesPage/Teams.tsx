// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MatrixCell } from '@fairway/backstage-plugin-ownership-common';
import { selfServiceTranslationRef } from '../../translation';
import { inWords } from '../../words';

/** What a yes needs beside, in words. */
export const attributesOf = ({ needs }: { needs: string[] }) =>
  needs.map(inWords).join(', ');

/** The teams of a row of the matrix that may. */
export const Teams = (props: { cells: MatrixCell[] }) => {
  const { t } = useTranslationRef(selfServiceTranslationRef);
  const may = props.cells.filter(({ decision }) => decision !== 'deny');
  if (may.length === 0) return <>{t('modules.who.nobody')}</>;
  return (
    <>
      {may
        .map(cell => {
          const team =
            cell.team === 'everyone' ? t('modules.who.everyone') : cell.team;
          return cell.decision === 'allow'
            ? team
            : t('modules.who.teamNeeds', {
                team,
                attributes: attributesOf(cell),
              });
        })
        .join(', ')}
    </>
  );
};
