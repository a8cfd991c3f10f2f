import { normalize } from '../../server/nlu/normalize';
import { placeIn } from '../../server/nlu/places';
import { districtGazetteer, villageCode } from './divisions';

const gazetteer = districtGazetteer();
const gaoqiao = villageCode('李庄镇', '高桥村');

describe('places are resolved against the divisions', () => {
  it.each([
    ['高桥村三组村口那个', { villageName: '高桥村', group: '三组', landmark: '村口', text: '高桥村三组村口' }],
    ['李庄镇高桥村3组', { villageName: '高桥村', group: '三组' }],
    ['高桥三组路灯坏了', { group: '三组' }],
    ['流杯池社区门口积水', { villageName: '流杯池社区' }],
    ['流杯池那边的路', { villageName: '流杯池社区' }],
    ['一步滩村停电了', { villageName: '一步滩村' }],
    ['江岸人家3栋2单元漏水', { villageCode: 'estate-1' }],
    ['江岸小区停水', { villageCode: 'estate-1' }],
    ['李庄的双桥村路烂了', { villageName: '双桥村' }],
  ])('「%s」', (said, expected) => {
    const place = placeIn(normalize(said), { gazetteer });
    expect(place).toMatchObject(expected);
    expect(place?.fuzzy).toBeUndefined();
  });

  it('knows 高桥村 of 李庄镇 from 高桥社区 of 西郊街道', () => {
    expect(placeIn('高桥村', { gazetteer })?.villageCode).toBe(gaoqiao);
    expect(placeIn('高桥社区', { gazetteer })?.villageCode).toBe(villageCode('西郊街道', '高桥社区'));
  });

  it('offers candidates when a name repeats across towns', () => {
    const place = placeIn('双桥村路烂了', { gazetteer });
    expect(place?.villageCode).toBeUndefined();
    expect(place?.candidates?.map((one) => one.label)).toEqual(['李庄镇 双桥村', '白花镇 双桥村']);
  });

  it('lets the home village decide', () => {
    const home = villageCode('白花镇', '一曼村');
    expect(placeIn('双桥村路烂了', { gazetteer, homeVillageCode: home })?.villageCode).toBe(
      villageCode('白花镇', '双桥村'),
    );
    expect(placeIn('高桥的路灯', { gazetteer, homeVillageCode: gaoqiao })?.villageCode).toBe(gaoqiao);
  });

  it.each([
    ['高乔村的路灯坏了', '高桥村'],
    ['一步摊村停电', '一步滩村'],
    ['流怀池社区门口', '流杯池社区'],
    ['钓杆村停水', '钓竿村'],
  ])('hears %s as %s', (said, name) => {
    expect(placeIn(said, { gazetteer })).toMatchObject({ villageName: name, fuzzy: true });
  });

  it.each([
    ['我家门口路灯坏了', '家门口'],
    ['学校门口乱停车', '学校门口'],
    ['桥头垃圾没人收', '桥头'],
    ['人民路12号漏水', '人民路12号'],
    ['人民公园旁边的公厕脏得很', '人民公园旁边'],
    ['3栋2单元停电', '3栋2单元'],
    ['菜市场旁边占道', '菜市场旁边'],
  ])('「%s」 has landmark %s and no village', (said, landmark) => {
    const place = placeIn(said, { gazetteer });
    expect(place?.landmark).toBe(landmark);
    expect(place?.villageCode).toBeUndefined();
  });

  it.each(['白花了好多钱', '日子过得很幸福', '五粮液涨价了', '电压不稳', '查积分', '永远修不好', '不是我的问题'])(
    '「%s」 names no place',
    (said) => expect(placeIn(said, { gazetteer })).toBeUndefined(),
  );

  it('takes a bare short name when the place was asked for', () => {
    expect(placeIn('高桥', { gazetteer, expecting: 'where' })?.candidates?.length).toBe(2);
    expect(placeIn('李庄', { gazetteer, expecting: 'where' })?.townCode).toBe('511502101000');
  });

  it('finds group and landmark without any gazetteer', () => {
    expect(placeIn('五组桥头', {})).toEqual({ text: '五组桥头', group: '五组', landmark: '桥头' });
  });
});
