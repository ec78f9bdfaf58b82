// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ScrollTable } from '@fairway/requests-react';
import {
  RiCheckLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { ownershipTranslationRef } from '../../translation';
import styles from './MatrixPage.module.css';
import type { MatrixView, PivotCell, PivotEntry, PivotRow } from './pivot';

/** What a press on a cell asks to be explained. */
export interface Chosen {
  /** A team of the policy, `everyone`, or none for "nobody may". */
  team?: string;
  on: string;
  environment: string;
}

const ICONS: Record<PivotEntry['decision'], ReactElement> = {
  allow: <RiCheckLine />,
  needs: <RiInformationLine />,
  deny: <RiCloseCircleLine />,
};

/** `payments-api` for `service:payments-api`. */
export const shortName = (on: string): string => on.slice(on.indexOf(':') + 1);

const Entry = (props: {
  entry: PivotEntry;
  view: MatrixView;
  onChoose: (chosen: Chosen) => void;
}) => {
  const { entry, view, onChoose } = props;
  const { decision, needs, team, on, environment } = entry;
  const { t } = useTranslationRef(ownershipTranslationRef);
  const answer =
    decision === 'needs'
      ? t('answer.needs', { attributes: needs.join(', ') })
      : t(`answer.${decision}`);
  const [name, other] =
    view === 'services' ? [team, shortName(on)] : [shortName(on), team];
  const text = `${name}: ${answer}`;
  return (
    <Button
      variant="tertiary"
      size="small"
      className={styles[decision]}
      iconStart={ICONS[decision]}
      // Begins with what is seen, for those who speak to their computer.
      aria-label={t('matrix.cell', { text, other, environment })}
      onPress={() => onChoose({ team, on, environment })}
    >
      {text}
    </Button>
  );
};

const Cell = (props: {
  cell: PivotCell;
  row: PivotRow;
  view: MatrixView;
  onChoose: (chosen: Chosen) => void;
}) => {
  const { cell, row, view, onChoose } = props;
  const { environment, exists, entries } = cell;
  const { t } = useTranslationRef(ownershipTranslationRef);
  if (!exists) return <>{t('matrix.absent')}</>;
  if (entries.length === 0 && view === 'teams') {
    return <>{t('matrix.nothing')}</>;
  }
  if (entries.length === 0) {
    return (
      <Button
        variant="tertiary"
        size="small"
        className={styles.deny}
        iconStart={ICONS.deny}
        aria-label={t('matrix.nobodyCell', {
          on: shortName(row.key),
          environment,
        })}
        onPress={() => onChoose({ on: row.key, environment })}
      >
        {t('matrix.nobody')}
      </Button>
    );
  }
  return (
    <ul className={styles.entries}>
      {entries.map(entry => (
        <li key={`${entry.team} ${entry.on}`}>
          <Entry entry={entry} view={view} onChoose={onChoose} />
        </li>
      ))}
    </ul>
  );
};

/** Services, stores or teams down, environments across, answers in words. */
export const MatrixTable = (props: {
  label: string;
  environments: string[];
  rows: PivotRow[];
  view: MatrixView;
  onChoose: (chosen: Chosen) => void;
}) => {
  const { label, environments, rows, view, onChoose } = props;
  const { t } = useTranslationRef(ownershipTranslationRef);
  return (
    <ScrollTable
      label={label}
      columns={[
        t(view === 'teams' ? 'matrix.team' : 'matrix.on'),
        ...environments,
      ]}
    >
      {rows.map(row => (
        <tr key={row.key}>
          <th scope="row">{view === 'teams' ? row.key : shortName(row.key)}</th>
          {row.cells.map(cell => (
            <td key={cell.environment}>
              <Cell cell={cell} row={row} view={view} onChoose={onChoose} />
            </td>
          ))}
        </tr>
      ))}
    </ScrollTable>
  );
};
