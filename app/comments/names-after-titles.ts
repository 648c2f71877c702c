interface Found {
  kind: 'name'
  from: number
  to: number
}

const either = (words: string): string =>
  words
    .split('|')
    .map((word) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`)
    .join('|')

const TITLES = either(
  'ông|bà|anh|chị|cô|chú|bác|em|cháu|cán bộ|công chức|đồng chí|đ/c|nhân viên|thầy|chuyên viên',
)
const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Vi|Nông|Lương|Hứa|Triệu|Lộc|Chu|Lâm|Hà|Đinh|Mai|Tô|Trịnh|Đào|Đoàn|Cao|Tạ|Phùng|Lăng|Vương|Mã|La|Bế|Đàm|Hoàn|Thái|Tăng|Trương|Lưu|Quách|Nhữ|Mông|Lành|Liễu|Long|Ma|Sầm|Âu|Chương|Lục|Phương|Linh|Hứu|Kiều'
const WORD = '\\p{Lu}\\p{Ll}+'
/** Words that a place or an office begins with; with a small word after it the rest is none of a name either. */
const OFFICES =
  'Phòng|Trường|Bộ|Ủy|Uỷ|Phường|Xã|Quầy|Sở|Tổ|Kho|Ban|Văn phòng|Trung tâm|Thanh tra|Công|Chi cục|Chi nhánh|Tư pháp|Địa|Hành chính|Thành phố|Thành|Một|Việt Nam|Đảng|Hội|Ông|Bà|Anh|Chị|Em|Cháu|Tôi|Cảm|Nhà|Cán|Khi|Nếu|Đã|Rất|Nhưng|Vì|Người|Cấp|Lạng|Tày|Nùng|Kinh|Dao|Hoa kiều|Tỉnh|Huyện'
const AFTER_TITLE = new RegExp(
  `(?<!\\p{L})(?:${TITLES})\\s(?:tên\\s)?(?:là\\s)?(?!(?:${OFFICES})(?!\\p{L}))(${WORD}(?:\\s${WORD}){0,3}(?:\\s(?:thị|văn)\\s\\p{L}+)?)(?!\\p{L})`,
  'gu',
)
const TOLD =
  /(?<!\p{L})(?:[Tt]ên tôi là|[Tt]ôi tên là|[Tt]ôi tên|[Tt]ôi là|[Tt]ên là|[Hh]ọ và tên|[Hh]ọ tên|[Kk]ý tên|[Tt]ên)\s?:?\s/u
const SAID_NAME = new RegExp(`${TOLD.source}((?:${SURNAMES})(?:\\s${WORD}){1,3})(?!\\p{L})`, 'gu')
/** `phố Bà Triệu`, `đường Ông Ích Khiêm`: a street's name has a title too. */
const STREET = /(?:phố|đường|ngõ|chợ|đền|chùa|cầu|trường|khối|khu)\s$/iu

/** Every name begins like this; most comments hold no capital but their first. */
const CAPITAL = /\s\p{Lu}/u

/** Names of people where a title or "my name is" says so; a name alone is not looked for. */
export function findNames(text: string): Found[] {
  if (!CAPITAL.test(text)) return []
  return [...text.matchAll(AFTER_TITLE), ...text.matchAll(SAID_NAME)].flatMap((found) => {
    if (STREET.test(text.slice(Math.max(0, found.index - 8), found.index))) return []
    const name = found[1] ?? ''
    const to = found.index + found[0].length
    return name === '' ? [] : [{ kind: 'name' as const, from: to - name.length, to }]
  })
}
