/** Signs that ratings were not given as citizens give them; a sign is no verdict. */
export const flags = {
  title: 'Dấu hiệu cần kiểm tra',
  what: 'Trang này nêu những ngày có từ hai dấu hiệu độc lập trở lên cho thấy lượt đánh giá tại quầy hoặc ki-ốt có thể không phải do người dân tự đánh giá. Dấu hiệu không phải là kết luận: không lượt nào bị xóa, số liệu được in cả khi tính và khi không tính các lượt ấy. Lượt gắn với hồ sơ không xét ở đây.',
  looked: 'Đã xem đến hết ngày {{day}}; mỗi đêm xem lại tám ngày gần nhất.',
  notLooked: 'Chưa xem lần nào: hệ thống xem vào ban đêm.',
  none: 'Không có ngày nào cần kiểm tra trong kỳ này.',
  with: {
    title: 'Số liệu khi tính và khi không tính các lượt ấy',
    office: 'Cơ quan, đơn vị',
    days: 'Số ngày',
    n: 'Số lượt',
    all: 'Tỷ lệ hài lòng, tính cả',
    without: 'Không tính các lượt ấy',
    city: 'Toàn thành phố',
    share: '{{share}} ({{range}}), {{n}} lượt',
    none: 'không còn lượt nào',
  },
  days: {
    title: 'Từng ngày và căn cứ',
    one: '{{day}}, {{office}}',
    n: '{{n}} lượt có dấu hiệu',
    all: 'Xem mọi cơ quan, đơn vị',
    only: 'Chỉ xem {{office}}',
    more: 'Chỉ hiện {{n}} ngày mới nhất. Xin thu hẹp khoảng ngày hoặc tải tệp.',
  },
  sign: {
    above_returned:
      'Nhiều lượt hơn hồ sơ: {{ratings}} lượt đánh giá, trong khi cả ngày chỉ trả {{returned}} hồ sơ',
    burst:
      'Dồn dập{{place}}: từ {{from}} đến {{to}}, có lúc {{n}} lượt trong 5 phút; trung bình cả ngày {{usual}} lượt mỗi 5 phút',
    regular_gaps:
      'Đều như máy{{place}}: {{n}} lượt cách nhau khoảng {{seconds}} giây, từ {{from}} đến {{to}}',
    outside_hours: 'Ngoài giờ làm việc: {{n}} trên {{of}} lượt',
    one_source: 'Dồn vào một nơi{{place}}: {{n}} trên {{of}} lượt, thường chỉ {{share}}',
    one_device:
      'Nhiều lượt từ một máy: {{n}} trên {{of}} lượt đến từ {{devices}} máy, nhiều nhất {{most}} lượt một máy trong ngày',
    quick: 'Trả lời quá nhanh: {{n}} trên {{of}} lượt gửi chưa đầy 2 giây sau khi mở trang',
    hour_profile:
      'Giờ đánh giá không giống giờ trả hồ sơ trong {{month}}: {{share}} số lượt lệch giờ ({{ratings}} lượt, {{dossiers}} hồ sơ)',
  },
  name: {
    above_returned: 'Nhiều lượt hơn hồ sơ',
    burst: 'Dồn dập',
    regular_gaps: 'Đều như máy',
    outside_hours: 'Ngoài giờ làm việc',
    one_source: 'Dồn vào một nơi',
    one_device: 'Nhiều lượt từ một máy',
    quick: 'Trả lời quá nhanh',
    hour_profile: 'Giờ đánh giá không giống giờ trả hồ sơ',
  },
  place: ' tại {{counter}}',
  file: { day: 'Ngày', id: 'Mã đơn vị', kinds: 'Loại dấu hiệu', basis: 'Căn cứ' },
  independent:
    'Hai dấu hiệu độc lập là hai dấu hiệu về hai điều khác nhau: số lượng, nhịp độ, giờ giấc, nơi đánh giá, máy đã dùng (nhịp độ gồm cả trả lời quá nhanh). Máy được nhận ra nhờ một cookie ngẫu nhiên chỉ sống một ngày, lưu dưới dạng băm bằng khóa trong bộ nhớ, xóa vào hôm sau; không bao giờ theo địa chỉ mạng. Mỗi dấu hiệu riêng lẻ có thể là ngẫu nhiên (khoảng một lần trong 1.000 ngày) nên không được nêu.',
}
