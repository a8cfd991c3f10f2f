import { View } from '@tarojs/components';
import { Pills } from '../../../../booking/pills';
import { DateField } from '../../../../components/date-field';
import { Field } from '../../../../components/field';
import { Segments } from '../../../../components/segments';
import { Toggle } from '../../../../components/toggle';
import { digits, type HoursDraft, manners, weekdays } from '../../advisor/hours';
import { type Place, PlaceChoice } from '../place-choice';
import { ManyPills } from './many-pills';

export interface HoursFieldsProps {
  draft: HoursDraft;
  places: readonly Place[];
  onChange: (part: Partial<HoursDraft>) => void;
  problems: Partial<Record<keyof HoursDraft, string>>;
}

const latest = (one: string, other: string) => (other < one ? one : other);

/** What a line needs to be told, by its kind. */
export function HoursFields(props: HoursFieldsProps) {
  const { draft, onChange, problems } = props;
  const { kind } = draft;
  return (
    <>
      {kind === 'WEEKLY' && (
        <Pills label="星期几" items={weekdays} value={draft.weekday} onChange={(weekday) => onChange({ weekday })} />
      )}
      {kind === 'MARKET' && <MarketFields {...props} />}
      {(kind === 'DATE' || kind === 'LEAVE') && (
        <DateField
          label={kind === 'LEAVE' ? '从哪天' : '哪一天'}
          mode="date"
          value={draft.date}
          onChange={(date) => onChange({ date, untilDate: latest(date, draft.untilDate) })}
          problem={problems.date}
        />
      )}
      {kind === 'LEAVE' ? (
        <DateField
          label="到哪天（含这一天）"
          mode="date"
          value={draft.untilDate}
          onChange={(untilDate) => onChange({ untilDate })}
          problem={problems.untilDate}
        />
      ) : (
        <TimeAndPlace {...props} />
      )}
      <Field
        label={kind === 'LEAVE' ? '原因' : '备注（可不写）'}
        value={draft.note}
        onChange={(note) => onChange({ note })}
        placeholder={kind === 'LEAVE' ? '比如：出庭' : ''}
        max={kind === 'LEAVE' ? 100 : 40}
        problem={problems.note}
      />
    </>
  );
}

function MarketFields({ draft, onChange, problems }: HoursFieldsProps) {
  return (
    <>
      <ManyPills
        label="逢几赶场"
        items={digits}
        values={draft.marketDigits}
        onChange={(marketDigits) => onChange({ marketDigits })}
        problem={problems.marketDigits}
      />
      <View className="hours-switch">
        <View className="hours-words">按农历算</View>
        <Toggle on={draft.lunar} label="按农历算" onChange={(lunar) => onChange({ lunar })} />
      </View>
    </>
  );
}

function TimeAndPlace({ draft, places, onChange, problems }: HoursFieldsProps) {
  const { kind, manner } = draft;
  return (
    <>
      <View className="hours-times">
        <DateField label="几点开始" mode="time" value={draft.from} onChange={(from) => onChange({ from })} />
        <DateField
          label="几点结束"
          mode="time"
          value={draft.to}
          onChange={(to) => onChange({ to })}
          problem={problems.to}
        />
      </View>
      {kind !== 'MARKET' && (
        <Segments items={manners} answers="怎么谈" value={manner} onChange={(next) => onChange({ manner: next })} />
      )}
      {(manner === 'ONSITE' || kind === 'MARKET') && (
        <PlaceChoice
          label="到哪个村（社区）"
          near={places}
          chosen={draft.place}
          onChoose={(place) => onChange({ place })}
          problem={problems.place}
        />
      )}
    </>
  );
}
