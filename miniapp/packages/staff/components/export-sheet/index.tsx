import { useCommand } from '../../../../hooks/use-command';
import { type Filters, tidy } from '../../model/filters';
import { ReasonExport } from '../reason-export';

/** Exports what the filter holds as CSV. */
export function ExportSheet({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const command = useCommand('workbench.export');
  return (
    <ReasonExport
      means="按现在的筛选导出。"
      placeholder="例如：本月例会通报"
      made={command.data}
      pending={command.isPending}
      countWords={(rows) => `一共 ${rows} 件。`}
      onMake={(reason) => command.mutate({ ...tidy(filters), reason })}
      onClose={onClose}
    />
  );
}
