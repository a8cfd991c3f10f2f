import { View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Chip } from '../../../../components/chip';
import { ClockChip } from '../../../../components/clock-chip';
import { access } from '../../../../components/tap/access';
import { inWechat } from '../../../../services/platform';
import type { Ticket } from '../../actions/draft';
import { intentName } from '../../model/intent-names';
import './index.scss';

// Enter on a row moves the keyboard here; only the browser has one.
const reachable = inWechat ? {} : { tabIndex: -1 };

/** What it is, where, since when, and what is left of the clock. */
export function CaseHead({ ticket }: { ticket: Ticket }) {
  return (
    <View className="case-head">
      <View className="case-head-words">
        <View className="case-title" id="case-title" {...access({ role: 'heading' })} {...reachable}>
          {ticket.title}
        </View>
        <View className="second">
          {ticket.address} · {ticket.receivedText}
        </View>
      </View>
      <View className="case-head-chips">
        <ClockChip clock={ticket.clock} />
        <Chip tone="neutral">{ticket.statusText}</Chip>
      </View>
    </View>
  );
}

/** The resident's own words, and what was understood from them and why. Without a talk behind it: the description. */
export function CaseSaid({ ticket }: { ticket: Ticket }) {
  const { understanding, description, categoryName } = ticket;
  const said = understanding?.said ?? [];
  return (
    <Card>
      <View className="case-words">{said.length > 0 ? said.map((one) => `“${one}”`).join(' … ') : description}</View>
      {understanding && (
        <View className="small case-why">
          小翠听懂的：{intentName(understanding.intent)} {understanding.confidence.toFixed(2)} · {categoryName}
          {understanding.because.length > 0 && ` · 因为${understanding.because.join('、')}`}
        </View>
      )}
      {said.length > 0 && addsTo(said, description) && (
        <View className="second case-why">报上来的说明：{description}</View>
      )}
    </Card>
  );
}

/** Whether the description says more than the sentences above it; punctuation does not count. */
function addsTo(said: readonly string[], description: string): boolean {
  const rest = said.reduce((left, one) => left.replace(one, ''), description);
  return /[\p{L}\p{N}]/u.test(rest);
}
