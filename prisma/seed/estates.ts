import { v7 as uuid } from 'uuid';
import type { Prisma } from '#prisma';
import type { World } from '#server/features/places/index';
import type { Random } from './random';

/** How many virtual estates the district has. Source: the article the desk follows (175). */
const virtualEstates = 175;

/** Virtual estates (175), some with a property company, and building groups for every grid; all synthetic. */
export function inventEstates(
  { districtId, divisions, gridsOf }: World,
  random: Random,
): { estates: Prisma.EstateCreateManyInput[]; buildings: Prisma.BuildingGroupCreateManyInput[] } {
  const villages = [...divisions.values()].filter(({ kind, inScope }) => kind === 'VILLAGE' && inScope);
  const communities = villages.filter(({ name }) => name.endsWith('社区'));
  const estate = (villageCode: string, name: string, kind: 'REAL' | 'VIRTUAL', isModel: boolean) => ({
    districtId,
    id: uuid(),
    name,
    kind,
    villageCode,
    gridCode: gridsOf(villageCode)[0]?.code ?? null,
    north: '以主干道中线为界',
    east: '以河沟为界',
    south: '以围墙为界',
    west: '以巷道中线为界',
    aliases: [],
    isModel,
    synthetic: true,
  });
  const estates: Prisma.EstateCreateManyInput[] = [];
  for (let index = 0; index < virtualEstates; index += 1) {
    const village = communities[index % communities.length];
    const part = ['老街', '临江', '北街', '南街'][Math.floor(index / communities.length)] ?? '片区';
    if (village) estates.push(estate(village.code, `${village.name}${part}片区`, 'VIRTUAL', index % 35 === 0));
  }
  communities.forEach((village, index) => {
    if (index % 3 === 0) estates.push(estate(village.code, `${village.name}一号院`, 'REAL', index % 30 === 0));
  });
  const buildings = gridsOf(`${districtId}000000`).flatMap(({ code, villageCode }) => {
    const isRural = divisions.get(villageCode)?.name.endsWith('村') ?? false;
    return Array.from({ length: random.int(2, 3) }, (_, index) => ({
      districtId,
      id: uuid(),
      name: isRural
        ? `${'一二三四五六七'.charAt(index + (Number(code.slice(-1)) - 1) * 2) || '八'}组`
        : `${index + 1} 号楼栋群`,
      gridCode: code,
      households: random.int(28, 120),
      synthetic: true,
    }));
  });
  return { estates, buildings };
}
