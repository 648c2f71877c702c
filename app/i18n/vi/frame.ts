/** What stands around every page, and the words of the five levels. */
export const frame = {
  name: 'Hài Lòng',
  languages: 'Ngôn ngữ',
  home: 'Về trang đầu',
  /** Before the title of a page that says what went wrong. */
  problem: 'Chưa xong: {{title}}',
  level: {
    5: 'Rất hài lòng',
    4: 'Hài lòng',
    3: 'Bình thường',
    2: 'Không hài lòng',
    1: 'Rất không hài lòng',
  },
  levelOf: '{{word}}, mức {{level}} trên 5',
  levelChosen: '{{word}}, mức {{level}} trên 5, đang chọn',
  trouble: {
    not_found: {
      title: 'Không có trang này',
      text: 'Địa chỉ có thể đã gõ chưa đúng, hoặc trang không còn nữa. Xin kiểm tra lại địa chỉ.',
    },
    fault: {
      title: 'Hệ thống gặp lỗi',
      text: 'Lỗi ở phía chúng tôi, không phải do Ông/Bà, và đã được ghi lại để sửa. Xin chờ một lát rồi thử lại.',
    },
    too_large: {
      title: 'Nội dung gửi quá dài',
      text: 'Nội dung chưa được ghi. Xin quay lại trang trước, rút ngắn rồi gửi lại.',
    },
    unavailable: {
      title: 'Chưa ghi được, xin thử lại',
      text: 'Hệ thống đang tạm dừng trong chốc lát. Xin chờ một phút, quay lại trang trước rồi gửi lại. Gửi lại không bị tính thành hai lần.',
    },
    forbidden: {
      title: 'Yêu cầu không được chấp nhận',
      text: 'Trang này không dành cho yêu cầu vừa gửi. Nếu đang gửi đánh giá, xin mở lại trang từ mã QR rồi gửi lại.',
    },
    method: {
      title: 'Trang này không nhận yêu cầu như vậy',
      text: 'Chưa có gì được ghi. Xin mở lại trang từ đầu.',
    },
    conflict: {
      title: 'Nội dung đã thay đổi',
      text: 'Nội dung vừa gửi không khớp với những gì đã ghi trước đó và chưa được ghi. Xin mở lại trang để xem nội dung mới nhất.',
    },
  },
}
