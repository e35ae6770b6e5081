/** Pairs of a simplified character and its traditional form, for the words that reports use. Made by hand, from no other table. */
const pairs =
  '绘繪兽獸郑鄭邓鄧叶葉吕呂谭譚韦韋邹鄒龚龔济濟辩辯辞辭总總体體况況动動开開处處报報项項问問题題进進议議诉訴讼訟机機关關条條规規范範废廢决決数數许許罚罰强強业業费費单單万萬购購'
  + '额額务務属屬国國护護权權类類过過执執询詢这這计計区區无無现現补補确確举舉办辦结結转轉继繼续續组組织織构構会會与與稳穩档檔'
  + '缴繳纳納长長维維纠糾审審经經访訪认認请請编編统統华華门門电電话話网網传傳个個实實时時间間员員导導训訓设設监監检檢级級县縣'
  + '乡鄉镇鎮东東对對应應标標责責领領优優专專栏欄质質减減书書据據写寫读讀错錯误誤号號节節严嚴澜瀾见見辑輯闭閉粮糧顺順灯燈两兩'
  + '较較来來称稱点點余餘试試则則页頁码碼图圖评評从從张張样樣订訂几幾视視够夠适適负負约約旧舊变變释釋还還头頭运運邮郵学學义義'
  + '遗遺态態种種联聯农農职職协協临臨带帶断斷云雲络絡围圍备備拟擬达達该該记記贴貼输輸医醫厅廳热熱岭嶺随隨连連资資党黨调調预預'
  + '选選给給测測删刪换換独獨卫衛疗療终終场場迁遷归歸频頻览覽满滿边邊紧緊账賬碍礙层層环環广廣毕畢坏壞坚堅简簡闻聞偿償验驗养養'
  + '违違败敗争爭队隊饮飲邻鄰宽寬扫掃舍捨离離响響语語键鍵让讓论論沟溝价價库庫扎紮兴興营營听聽灾災际際仅僅伤傷积積册冊气氣纸紙'
  + '销銷兹茲链鏈挂掛师師馈饋贯貫双雙识識楼樓谁誰轻輕宁寧齐齊挤擠块塊牵牽顿頓虽雖显顯乱亂寻尋红紅词詞丢丟绩績滨濱综綜滞滯殡殯'
  + '讯訊亿億贷貸舆輿劳勞险險纷紛异異残殘递遞杂雜驳駁胜勝陆陸暂暫锡錫缝縫军軍难難晓曉拥擁倾傾抢搶虚虛买買触觸荣榮极極载載镜鏡'
  + '讲講课課远遠轮輪庄莊顾顧盖蓋缩縮拨撥细細财財状狀风風浏瀏丰豐桦樺桥橋习習团團产產闲閒亲親宪憲侧側债債诚誠诺諾谈談谅諒贫貧谐諧饱飽谦謙潜潛'
  + '贸貿贺賀赔賠赖賴赛賽赞贊车車轨軌辖轄钱錢铁鐵铜銅银銀锁鎖闸閘阵陣阶階阳陽陈陳雾霧韩韓顶頂飞飛馆館驻駐骤驟鱼魚鸟鳥麦麥黄黃'
  + '龙龍润潤涨漲渐漸湿濕滩灘灭滅烂爛爱愛牺犧疯瘋盐鹽盘盤着著矿礦础礎祸禍穷窮窝窩竞競笔筆筑築纲綱纯純纪紀纵縱练練罗羅耻恥肃肅'
  + '脏髒舰艦艰艱艺藝苏蘇荐薦药藥莲蓮蓝藍虑慮袭襲觉覺誉譽悬懸装裝扩擴将將夹夾击擊详詳园園厂廠辈輩刚剛冲衝谢謝讨討术術杀殺杨楊'
  + '欢歡毁毀汤湯沪滬泪淚泽澤洁潔涂塗涛濤涝澇淀澱渔漁湾灣滥濫灿燦炉爐烧燒烫燙爷爺牍牘犹猶狭狹狮獅猎獵玛瑪琐瑣瑶瑤畅暢疟瘧皱皺'
  + '眬矓睁睜矫矯砖磚祷禱秽穢窃竊竖豎笼籠筛篩筹籌签簽粪糞纤纖纬緯纱紗纺紡纽紐绅紳绍紹绑綁绝絕绢絹绣繡绪緒绳繩绵綿绸綢绿綠缆纜'
  + '脚腳缉緝缎緞缓緩缔締缕縷缘緣缚縛缠纏缤繽罢罷羡羨翘翹耸聳聋聾聪聰肠腸肤膚肿腫胀脹胁脅胆膽胶膠脉脈脑腦腊臘舱艙艳艷芜蕪芦蘆苇葦'
  + '苍蒼苹蘋茎莖荆荊荡蕩荤葷莹瑩莺鶯萝蘿萤螢萧蕭葱蔥蒋蔣蔑衊虏虜虾蝦蚀蝕蚁蟻蚂螞蚕蠶蛊蠱蛮蠻蜗蝸蜡蠟蝇蠅蝉蟬衔銜袄襖袜襪裤褲'
  + '观觀觅覓汉漢横橫颖穎圆圓们們贵貴济濟软軟择擇摊攤谱譜锅鍋诗詩损損弃棄岗崗币幣帮幫仓倉储儲跃躍彻徹厕廁吨噸势勢压壓担擔届屆'
  + '伟偉伦倫儿兒兰蘭冯馮冻凍凭憑凤鳳凿鑿刘劉创創剂劑剑劍励勵匀勻卢盧厉厲厌厭厦廈叙敘吁籲吴吳呜嗚哑啞唤喚啸嘯喷噴嘱囑坝壩坟墳'
  + '坠墜垄壟垒壘垦墾垫墊堕墮墙牆壮壯声聲壳殼壶壺夺奪奋奮妇婦妈媽娱娛孙孫宝寶宠寵宫宮寝寢寿壽尔爾尘塵尝嘗尧堯尸屍屿嶼岁歲岂豈'
  + '峡峽崭嶄巩鞏帅帥帐帳帘簾帜幟庆慶庐廬庙廟弯彎弹彈彦彥忆憶忧憂怀懷怜憐恋戀恒恆恳懇恶惡恼惱悦悅惊驚惧懼惨慘惯慣愤憤慑懾懒懶'
  + '戏戲战戰扑撲托託扬揚扰擾抚撫抛拋抠摳抡掄拢攏拣揀拦攔拧擰挚摯挛攣挟挾挡擋挣掙挥揮捞撈捡撿掷擲掺摻揽攬搀攙搁擱搂摟摄攝斋齋'
  + '斗鬥斩斬旷曠昼晝晒曬晋晉晕暈晖暉朴樸杠槓枪槍枫楓枣棗柜櫃栅柵栋棟树樹桩樁梦夢棱稜榄欖槛檻欧歐毙斃毡氈税稅畴疇愿願泄洩烦煩驾駕隐隱赵趙';

/** Characters that are written in several ways, the usual one first; one that is also written as in simplified text ends with itself. */
const choices = [
  '复復複覆', '发發髮', '制製制', '台臺台', '系係系繫', '准準准', '为為爲', '众眾衆', '群群羣', '里裡裏里', '后後后', '历歷曆', '汇匯彙', '证證証',
  '启啟啓', '奖獎奬', '录錄録', '线線綫', '说說説', '内內内', '没沒没', '户戶户戸', '采採采', '布佈布', '注註注', '并並併', '于於于',
  '面面麵', '只只隻祇', '回回迴', '周週周', '干幹干乾', '志誌志', '核核覈', '查查査', '获獲穫', '别別别', '阅閱閲', '净淨凈', '针針鍼', '绕繞遶',
  '升升昇', '须須鬚', '径徑逕', '烟煙菸', '摆擺襬', '划劃畫', '鉴鑒鑑', '当當噹', '么麼麽', '参參蔘', '温溫温', '脱脫脱', '教教敎', '秘秘祕', '征徵征',
  '占佔占', '修修脩', '累累纍', '御御禦', '即即卽', '却卻却', '既既旣', '真真眞', '才才纔', '卷卷捲', '致致緻', '合合閤', '出出齣', '表表錶', '同同衕',
  '局局侷', '折折摺', '旗旗旂', '板板闆', '拼拼拚', '扣扣釦', '叠疊叠', '搜搜蒐', '松松鬆', '家家傢', '千千韆', '逾逾踰', '溪溪谿', '私私俬', '咨咨諮', '向向嚮', '剩剩賸', '尽盡儘',
  '沈沈瀋', '姜姜薑', '胡胡鬍', '朱朱硃', '梁梁樑', '游游遊', '钟鐘鍾', '峰峰峯',
];

const traditionalOf = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) {
  traditionalOf.set(pairs.charAt(at), pairs.charAt(at + 1));
}
for (const choice of choices) {
  traditionalOf.set(choice.charAt(0), choice.slice(1));
}

/** The ways in which a character is written in traditional text; itself alone where it is the same. */
export function traditionalFormsOf(character: string): readonly string[] {
  return [...(traditionalOf.get(character) ?? character)];
}

/** How many ways there are of writing a text at the most. */
const traditionalWays = Math.max(...[...traditionalOf.values()].map(({ length }) => length));

/** The text in traditional characters (繁体), in one of the ways of writing it; keeps the length. */
export function toTraditional(text: string, way = 0): string {
  return text.replace(/\p{Script=Han}/gu, (character) => {
    const forms = traditionalOf.get(character);
    return forms === undefined ? character : forms.charAt(way % forms.length);
  });
}

/** The writings of a text in which it says the same: as it is first, so that what fails in all of them is shown so, then in traditional characters. */
export const writings: readonly ((text: string) => string)[] = [
  (text) => text, ...Array.from({ length: traditionalWays }, (_, way) => (text: string) => toTraditional(text, way)),
];
