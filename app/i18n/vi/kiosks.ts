/** The registry of tablets at counters, and the sheet for those who hang one up. */
export const kiosks = {
  title: 'Máy tính bảng tại quầy',
  what: 'Mỗi máy tính bảng được ghép với một quầy bằng mã dùng một lần, rồi tự báo tình trạng hai phút một lần. Đánh giá ghi khi mất mạng được máy giữ lại và gửi sau.',
  none: 'Chưa có máy tính bảng nào. Hãy tạo mã ghép máy cho một quầy ở dưới.',
  called: 'Tên máy: {{name}}',
  numbers: 'số {{numbers}}',
  notTold: 'chưa báo',
  charging: 'đang sạc',
  column: {
    name: 'Tên máy',
    office: 'Đơn vị',
    counter: 'Quầy',
    status: 'Tình trạng',
    version: 'Phiên bản',
    heard: 'Nghe lần cuối',
    silent: 'Im lặng từ',
    waiting: 'Chờ gửi',
    refused: 'Bị từ chối, máy còn giữ',
    missing: 'Thiếu',
    missingNumbers: 'Các số còn thiếu',
    clock: 'Đồng hồ',
    clockFlags: 'Lượt không tin được giờ',
    battery: 'Pin',
    storage: 'Bộ nhớ máy',
    ring: 'Trong vòng dự phòng',
    trouble: 'Lần cuối bộ nhớ có lỗi',
    conflicts: 'Trùng mã khác nội dung',
    chain: 'Đứt chuỗi',
  },
  status: { active: 'Đang dùng', revoked: 'Đã thu hồi', expired: 'Hết hạn vì im lặng quá 90 ngày' },
  storage: { ok: 'bình thường', full: 'đầy', broken: 'hỏng' },
  alarm: {
    silent: 'Im lặng trong giờ làm việc từ {{at}}',
    full: 'Bộ nhớ đầy: máy không ghi được đánh giá',
    broken: 'Bộ nhớ hỏng: máy không ghi được đánh giá',
    ring: '{{n}} lượt nằm trong vòng dự phòng, chưa được tính',
    wasTrouble: 'Bộ nhớ từng có lỗi, lần cuối {{at}}',
    conflicts: '{{n}} lượt trùng mã khác nội dung: giữ lượt đầu',
    chain: '{{n}} chỗ đứt chuỗi',
  },
  clock: {
    right: 'đúng',
    slow: 'chậm {{n}} phút',
    fast: 'nhanh {{n}} phút',
    flagged: '{{n}} lượt tính vào ngày nhận',
  },
  pair: 'Ghép máy tính bảng',
  pairWhat:
    'Mã có hiệu lực 10 phút và dùng được một lần. Mã mới của một quầy thay mã cũ chưa dùng của quầy đó.',
  noCounters: 'Chưa có quầy nào đang mở để ghép máy.',
  makeCode: 'Tạo mã ghép máy',
  code: {
    title: 'Mã ghép máy',
    where: 'Mở {{address}} trên máy tính bảng rồi nhập mã này.',
    until: 'Có hiệu lực đến {{at}}. Mã chỉ hiện một lần ở đây.',
  },
  change: 'Đổi tên, ghép lại, thu hồi',
  changeOf: 'Máy: {{name}} · {{counter}}',
  nameOf: 'Tên của máy {{name}}',
  rename: 'Đổi tên',
  badName: 'Tên máy có từ 1 đến 40 ký tự.',
  pairAgain: 'Tạo mã ghép lại',
  pairAgainWhat: 'Máy ghép lại giữ nguyên số thứ tự và gửi tiếp những lượt còn chờ.',
  revoke: 'Thu hồi',
  revokeWhat: 'Máy bị thu hồi không gửi được nữa. Lượt còn chờ nằm lại trên máy cho đến khi ghép lại.',
  done: { revoked: 'Đã thu hồi máy tính bảng.', renamed: 'Đã đổi tên máy tính bảng.' },
  guide: {
    link: 'Tờ hướng dẫn gắn và khóa máy (để in)',
    title: 'Gắn và khóa máy tính bảng tại quầy',
    what: 'Dành cho người lắp đặt và người phụ trách bộ phận Một cửa. Một trang, in ra và để cạnh máy.',
    print: 'Dùng lệnh in của trình duyệt: vừa một trang A4 đứng.',
    place: {
      title: 'Chỗ đặt và chiều cao',
      steps: {
        height:
          'Tâm màn hình cách sàn 90–110 cm, nghiêng 15–30°, để người ngồi xe lăn và người cao đều chạm được.',
        reach: 'Trước máy có khoảng trống ít nhất 90 × 120 cm, không bậc, không vật chắn.',
        light: 'Không để nắng hoặc đèn chiếu thẳng vào màn hình; chữ phải đọc được từ 60 cm.',
      },
    },
    privacy: {
      title: 'Kín đáo với quầy',
      steps: {
        turned: 'Lưng máy quay về phía cán bộ; từ ghế cán bộ không nhìn thấy màn hình.',
        distance: 'Cách quầy ít nhất 2 m hoặc có vách che hai bên. Camera không chiếu vào màn hình.',
        alone: 'Không ai đứng cạnh, nhắc hoặc chạm hộ. Người cần giúp thì mời người nhà của họ.',
      },
    },
    power: {
      title: 'Nguồn và mạng',
      steps: {
        charger: 'Bộ sạc đi kèm máy, dây cố định, ổ cắm khuất. Không tắt điện ổ cắm này sau giờ làm việc.',
        battery: 'Nếu máy cho đặt giới hạn sạc thì đặt 80%. Máy nóng hoặc phồng pin: rút điện, báo quản trị.',
        clock:
          'Ngày giờ: tự động theo mạng, múi giờ Hà Nội (UTC+7). Mất mạng vẫn đánh giá được, máy gửi sau.',
      },
    },
    lock: {
      title: 'Khóa máy',
      steps: {
        install:
          'Mở địa chỉ dưới đây bằng Chrome, chọn “Cài đặt ứng dụng”, mở ứng dụng rồi nhập mã ghép máy.',
        pin: 'Cài đặt › Bảo mật › Ghim ứng dụng: bật, đòi mã PIN khi bỏ ghim; ghim ứng dụng này.',
        quiet:
          'Tắt thông báo, âm thanh hệ thống, trợ lý giọng nói và màn hình khóa; để màn hình sáng khi sạc.',
        keep: 'Không xóa dữ liệu trang, không gỡ ứng dụng, không đặt lại máy khi còn lượt chờ gửi.',
      },
    },
    daily: {
      title: 'Mỗi ngày',
      steps: {
        look: 'Đầu giờ: màn hình sáng, đúng tên quầy. Lau màn hình bằng khăn ẩm.',
        banner:
          'Dải đỏ “chưa ghi được”: báo quản trị ngay, treo bảng QR để người dân đánh giá bằng điện thoại.',
        registry: 'Quản trị xem danh sách máy: im lặng, lượt chờ, số còn thiếu.',
      },
    },
    address: 'Địa chỉ mở trên máy',
    counter: 'Quầy',
    installed: 'Người lắp, ngày',
  },
}
