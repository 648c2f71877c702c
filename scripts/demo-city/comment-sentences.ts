/** Every first part with every second part, as people begin and end in their own ways. */
function joined(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((one) => second.map((other) => `${one} ${other}`))
}

/** As it is typed on a phone without a Vietnamese keyboard. */
export function withoutMarks(sentence: string): string {
  return sentence.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase()
}

const WHAT = [
  'Làm giấy khai sinh cho cháu',
  'Chứng thực bản sao bằng lái',
  'Xin xác nhận tình trạng hôn nhân',
  'Làm thủ tục đất đai',
  'Đăng ký hộ kinh doanh',
  'Cấp lại giấy phép xây dựng',
  'Làm hồ sơ trợ cấp cho mẹ tôi',
]

const HOW_WELL = [
  'mất chưa đến nửa buổi, cán bộ hướng dẫn dễ hiểu.',
  'nhanh gọn, không phải đi lại.',
  'trước hẹn hai ngày, rất cảm ơn.',
  'được giải thích cặn kẽ từng mục trong tờ khai.',
  'qua mạng, chỉ đến lấy kết quả. Rất tiện.',
  'gặp cán bộ vui vẻ, tận tình.',
  'đúng hẹn, lệ phí rõ ràng, có biên lai.',
]

const HOW_BADLY = [
  'phải đi lại bốn lần, mỗi lần thiếu một loại giấy.',
  'trễ hẹn một tuần mà không ai gọi báo.',
  'chờ từ 7h30 đến 10h45 mới đến lượt.',
  'mỗi người hướng dẫn một kiểu.',
  'bị cán bộ nói trống không khi hỏi lại.',
  'xong thì phát hiện ghi sai ngày sinh, phải làm lại.',
  'trên mạng báo lỗi liên tục, cuối cùng vẫn phải ra phường.',
  'bị yêu cầu nộp thêm bản sao không có trong danh mục niêm yết.',
  'hết hai buổi vì quầy chỉ có một người.',
  'thu 50.000 đồng nhưng không có biên lai.',
]

const HOW_SO_SO = [
  'cũng được, nhưng chờ hơi lâu.',
  'ổn, chỉ có điều phòng chờ nóng và ít ghế.',
  'xong rồi, mong lần sau nhắn tin khi có kết quả.',
  'được, nhưng tờ khai trên mạng khác với ở quầy.',
  'tạm được, biển chỉ dẫn khó thấy.',
]

export const STORIES_OF_PRAISE = joined(WHAT, HOW_WELL)
export const STORIES_OF_COMPLAINT = joined(WHAT, HOW_BADLY)
export const STORIES_BETWEEN = joined(WHAT, HOW_SO_SO)

/** Made-up people leave made-up numbers: what the mask is for. */
export const WITH_PERSONAL_DATA: readonly string[] = [
  'Đề nghị gọi lại cho tôi theo số 0912 345 678, hồ sơ H37.12-260115-0042 quá hạn đã 10 ngày.',
  'Tôi tên là Nguyễn Văn Thành, cán bộ hẹn hai lần đều không có mặt.',
  'Căn cước 020085001234 của tôi bị nhập sai một số, phải làm lại từ đầu.',
  'Xin trả lời vào hoamai88@gmail.com vì tôi không nghe được điện thoại giờ làm việc.',
  'Lệ phí hoàn lại xin chuyển vào số tài khoản 8412205012345 Agribank, chờ hai tuần chưa thấy.',
  'Xe 12A-123.45 của cán bộ chắn hết chỗ để xe của dân.',
  'Chị Hương ở quầy 3 trả lời cộc lốc khi tôi hỏi lại.',
  'goi cho toi so 0987654321, cho ba tuan roi khong ai tra loi',
]
