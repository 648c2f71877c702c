import {
  STORIES_BETWEEN,
  STORIES_OF_COMPLAINT,
  STORIES_OF_PRAISE,
  WITH_PERSONAL_DATA,
  withoutMarks,
} from './comment-sentences.ts'

/** Short words are said more often than stories; one story in five is typed without marks. */
const said = (short: readonly string[], stories: readonly string[]): string[] => [
  ...short,
  ...short,
  ...stories.map((story, at) => (at % 5 === 4 ? withoutMarks(story) : story)),
]

const SHORT_WORDS_OF_PRAISE: readonly string[] = [
  'Cán bộ hướng dẫn nhiệt tình, dễ hiểu.',
  'Rất tốt.',
  'Tôi rất hài lòng.',
  'Nhận kết quả trước hẹn, cảm ơn các anh chị.',
  'Thủ tục nhanh gọn, không phải đi lại nhiều lần.',
  'Thái độ lịch sự, vui vẻ.',
  'Được giải thích cặn kẽ, lần sau tôi biết tự làm.',
  'Nộp hồ sơ trực tuyến rất tiện, chỉ đến lấy kết quả.',
  'Phòng chờ sạch sẽ, có nước uống và quạt mát.',
  'Làm việc nghiêm túc, đúng giờ.',
  'Cán bộ nói được tiếng Tày với mẹ tôi nên bà yên tâm hơn.',
  'Mọi việc xong trong một buổi sáng, rất cảm ơn.',
  'Có người hướng dẫn lấy số và điền tờ khai từ ngoài cửa.',
  'Tôi lớn tuổi, được cán bộ giúp ghi tờ khai. Cảm ơn nhiều.',
  'Trả kết quả đúng hẹn, không phải chờ.',
  'Giấy tờ yêu cầu rõ ràng, không phát sinh thêm.',
  'Tốt hơn những năm trước nhiều.',
  'Ủng hộ cách làm này, đánh giá bằng điện thoại rất nhanh.',
  'Cán bộ trẻ nhưng rất chu đáo.',
  'Lệ phí niêm yết rõ, có biên lai đầy đủ.',
  'Được nhắn tin báo có kết quả nên không mất công hỏi.',
  'Phục vụ tận tình, mong tiếp tục phát huy.',
]

export const SHORT_PRAISE: readonly string[] = ['Rất tốt.', 'Tốt.', 'Rất hài lòng.', 'Tuyệt vời.']

const WORDS_BETWEEN: readonly string[] = [
  'Nên có thêm ghế ngồi ở khu vực chờ.',
  'Đề nghị niêm yết mẫu tờ khai đã điền sẵn để người dân xem.',
  'Bình thường, không có gì đặc biệt.',
  'Mong có thêm quầy vào thứ Hai vì rất đông.',
  'Chỗ để xe hơi chật.',
  'Nên nhắn tin khi có kết quả.',
  'Trang nộp hồ sơ trực tuyến hay bị thoát ra giữa chừng.',
  'Cán bộ nhiệt tình nhưng phải chờ hơi lâu.',
  'Đề nghị in hướng dẫn chữ to hơn cho người già.',
  'Nên làm việc thêm sáng thứ Bảy để người đi làm đỡ phải xin nghỉ.',
  'Máy lấy số hôm nay không hoạt động.',
  'Mạng chậm nên phải chờ, mong khắc phục.',
  'Cần biển chỉ dẫn rõ hơn từ cổng vào.',
  'Nên có người trực hướng dẫn ở sảnh vào đầu giờ sáng.',
  'Hồ sơ trực tuyến vẫn phải mang bản giấy đến, nên bỏ bước này.',
]

const WORDS_OF_COMPLAINT: readonly string[] = [
  'Phải đi lại ba lần mới đủ giấy tờ, mỗi lần được báo thêm một loại.',
  'Chờ gần hai tiếng mới đến lượt.',
  'Đến đúng ngày hẹn nhưng chưa có kết quả và không ai báo trước.',
  'Cán bộ trả lời cộc lốc, không giải thích.',
  'Hẹn buổi sáng nhưng đến chiều mới có người giải quyết.',
  'Trễ hẹn năm ngày mà không có giấy xin lỗi.',
  'Yêu cầu nộp thêm giấy tờ không có trong danh mục niêm yết.',
  'Gọi điện hỏi nhiều lần không ai nghe máy.',
  'Hướng dẫn mỗi người một kiểu, không biết làm theo ai.',
  'Quầy không có người trong giờ làm việc.',
  'Bị trả hồ sơ mà không được giải thích lý do bằng văn bản.',
  'Hệ thống báo lỗi, phải nộp lại hồ sơ từ đầu.',
  'Thái độ khó chịu khi tôi hỏi lại.',
  'Kết quả ghi sai ngày sinh, phải làm lại.',
  'Không rõ vì sao phải nộp thêm bản sao công chứng.',
  'Người đến sau được gọi trước.',
  'Trong phòng chờ rất nóng, không có chỗ ngồi cho người già.',
  'Thời gian giải quyết quá lâu so với giấy hẹn.',
  'Tôi phải nghỉ làm hai ngày vì hồ sơ này.',
  'Không được hướng dẫn nộp trực tuyến, đến nơi mới biết.',
  'Nhân viên làm việc riêng trong lúc dân đang chờ.',
  'Tra cứu tình trạng hồ sơ không ra, hỏi thì bảo cứ chờ.',
]

export const PRAISE = said(SHORT_WORDS_OF_PRAISE, STORIES_OF_PRAISE)
export const SUGGESTIONS = said(WORDS_BETWEEN, STORIES_BETWEEN)
export const COMPLAINTS = said(WORDS_OF_COMPLAINT, [...STORIES_OF_COMPLAINT, ...WITH_PERSONAL_DATA])
