// The JSON that danvan.interchange writes; made by danvan.interchange.typescript.

/** Cơ quan tham mưu | advisory body */
export interface AdvisoryBody {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Nguồn | source */
  source: string;
  /** Mức độ tin cậy | confidence */
  confidence: Confidence;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Ghi chú | note */
  note?: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Số liệu tổng hợp | aggregate */
export interface Aggregate {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Tổ chức | organization */
  organization: Organization;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Tổng cộng | tally */
  tally: Tally;
  /** Cách tính | method */
  method: string;
  /** Phân tổ | breakdown */
  breakdown?: Array<[string, string]>;
  /** Phải báo cáo | expected */
  expected?: Array<Organization>;
  /** Đã báo cáo | reported */
  reported?: Array<Organization>;
  /** Số liệu tự báo cáo | own */
  own?: Array<Observation>;
  /** Các phần | parts */
  parts?: Array<Aggregate>;
  /** Số ghi trùng với số cộng | overlaps */
  overlaps?: Array<Overlap>;
  /** Số liệu mâu thuẫn | conflicts */
  conflicts?: Array<[Observation, Observation]>;
  /** Báo cáo chưa đủ kỳ | incomplete */
  incomplete?: Array<Organization>;
}

/** Kết quả tổng hợp | aggregates */
export interface Aggregates {
  danvan?: 2;
  /** Đã tìm thấy | found */
  found: Array<Aggregate>;
  /** Không tính | left out */
  left_out?: Array<Observation>;
  /** Không có số liệu | unreported */
  unreported?: Array<Observation>;
}

/** Phụ lục | annex */
export interface Annex {
  danvan?: 2;
  /** Tên phụ lục | title */
  title?: string;
  /** Kèm theo | attached to */
  attached_to?: string;
  /** Số | number */
  number?: DocumentNumber | null;
  /** Ngày ban hành | issued on */
  issued_on?: string | null;
  /** Các đoạn văn | paragraphs */
  paragraphs?: Array<Paragraph>;
  /** Các phần, mục | sections */
  sections?: Array<Section>;
  /** Các bảng | tables */
  tables?: Array<Table>;
  /** Vị trí của số và ký hiệu | number span */
  number_span?: [number, number] | null;
  /** Vị trí của ngày tháng | date span */
  date_span?: [number, number] | null;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Nhiệm vụ được giao | assignment */
export interface Assignment {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Đơn vị chủ trì | lead */
  lead: Organization;
  /** Các kỳ thực hiện | occurrences */
  occurrences: Array<Period>;
  /** Đơn vị phối hợp | support */
  support?: Array<string>;
  /** Văn bản giao | asked by */
  asked_by?: DocumentNumber | null;
  /** Minh chứng | evidence */
  evidence?: Array<Evidence>;
}

/** Tình trạng nhiệm vụ | assignment state */
export type AssignmentState = "hoàn thành" | "đang thực hiện" | "chưa hoàn thành" | "không báo cáo" | "chưa đến hạn";

/** Số liệu đặt cạnh kỳ trước | figure beside earlier ones */
export interface Beside {
  danvan?: 2;
  /** Số liệu kỳ này | now */
  now: Observation;
  /** Kỳ trước | previous */
  previous?: Observation | null;
  /** Cùng kỳ năm trước | last year */
  last_year?: Observation | null;
}

/** Khối văn bản | block */
export interface Block {
  danvan?: 2;
  /** Loại | kind */
  kind: BlockKind;
  /** Nội dung văn bản | text */
  text: string;
  /** Đề mục | part */
  part: string;
  /** Vị trí trong văn bản | span */
  span: Span;
  /** Các ô | cells */
  cells?: Array<string>;
}

/** Khối thay đổi | block change */
export interface BlockChange {
  danvan?: 2;
  /** Loại | kind */
  kind: drafting_ChangeKind;
  /** Trước | before */
  before: Block | null;
  /** Sau | after */
  after: Block | null;
  /** Các số liệu | figures */
  figures?: Array<FigureChange>;
  /** Đã chuyển chỗ | moved */
  moved?: boolean;
}

/** Loại khối | block kind */
export type BlockKind = "thể thức" | "trích yếu" | "tiêu đề" | "đoạn" | "dòng bảng" | "chú thích";

/** Hệ thống tổ chức | branch */
export type Branch = "party" | "state" | "front" | "armed_forces" | "judiciary" | "territory";

/** Phân tổ | breakdown */
export interface Breakdown {
  danvan?: 2;
  /** Tiêu thức phân tổ | dimension */
  dimension: string;
  /** Loại | kind */
  kind: BreakdownKind;
  /** Mã các phần | values */
  values?: Array<string>;
  /** Tên các phần | names */
  names?: Array<string>;
}

/** Loại phân tổ | breakdown kind */
export type BreakdownKind = "partition" | "of_which" | "overlapping";

/** Tổng số và các phần | broken down */
export interface BrokenDown {
  danvan?: 2;
  /** Tổng số | total */
  total: Aggregate;
  /** Phân tổ | breakdown */
  breakdown: Breakdown;
  /** Các phần | parts */
  parts: Array<Aggregate>;
}

/** Loại kỳ báo cáo | cadence */
export type Cadence = "month" | "quarter" | "half_year" | "nine_months" | "year" | "years" | "span";

/** Lịch chốt số liệu | calendar */
export interface Calendar {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Ngày chốt trong tháng | closing day */
  closing_day?: number | null;
  /** Tính trọn tháng 12 | december in full */
  december_in_full?: boolean;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Tổ chức có thể là | candidate */
export interface Candidate {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Mức độ giống | score */
  score: number;
  /** Lý do | reason */
  reason: string;
}

/** Số liệu được chuyển sang | carried */
export interface Carried {
  danvan?: 2;
  /** Số liệu | figure */
  figure: Observation | RebasedFigure;
  /** Quan hệ kế thừa | link */
  link: Succession;
}

/** Danh mục | catalogue */
export interface Catalogue_Indicator {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Các mục | entries */
  entries: Array<Indicator>;
}

/** Viện dẫn văn bản | citation */
export interface Citation {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Số thứ tự | serial */
  serial: number;
  /** Năm | year */
  year?: number | null;
  /** Ký hiệu thể loại | kind code */
  kind_code?: string | null;
  /** Chữ viết tắt cơ quan | issuer code */
  issuer_code?: string | null;
  /** Không ghi ký hiệu | is bare */
  is_bare?: boolean;
  /** Loại | kind */
  kind?: string | null;
  /** Ngày ban hành | issued on */
  issued_on?: string | null;
  /** Cơ quan ban hành | issuer */
  issuer?: string | null;
  /** Nhiệm kỳ | term */
  term?: string | null;
  /** Chữ cái kèm số | letter */
  letter?: string;
  /** Phần cuối ký hiệu | suffix */
  suffix?: string;
  /** Kiểu viết | style */
  style?: NumberStyle | null;
  /** Các chỗ đã sửa | repairs */
  repairs?: Array<reading_Repair>;
}

/** Văn bản đã làm sạch | cleaned */
export interface Cleaned {
  danvan?: 2;
  /** Nội dung văn bản | text */
  text: string;
  /** Văn bản gốc | original */
  original: string;
  /** Các vị trí bắt đầu | starts */
  starts?: Array<number>;
  /** Các vị trí kết thúc | ends */
  ends?: Array<number>;
  /** Các vị trí bắt đầu trong bản gốc | original starts */
  original_starts?: Array<number>;
  /** Các vị trí kết thúc trong bản gốc | original ends */
  original_ends?: Array<number>;
}

/** Cách cộng gộp | combination */
export type Combination = "sum" | "last" | "ratio_of_sums" | "weighted_mean" | "maximum" | "minimum" | "none";

/** Số so sánh với số khác | compared figure */
export interface ComparedFigure {
  danvan?: 2;
  /** Vị trí trong văn bản | span */
  span: Span;
  /** Số lượng | quantity */
  quantity: Quantity;
  /** So sánh | comparison */
  comparison: Comparison;
  /** Số liệu | figure */
  figure: MappedFigure;
}

/** So sánh với kỳ gốc | comparison */
export interface Comparison {
  danvan?: 2;
  /** Số liệu | figure */
  figure: Quantity;
  /** Tăng, giảm | change */
  change: indicators_Change;
  /** Mức tăng, giảm | by */
  by: Quantity | null;
  /** Kỳ gốc | base */
  base: Period;
}

/** Mức độ tin cậy | confidence */
export type Confidence = "sure" | "likely" | "unsure";

/** Tính nhất quán | consistency */
export type Consistency = "complete" | "consistent" | "inconsistent";

/** Hợp nhất báo cáo | consolidation */
export interface Consolidation {
  danvan?: 2;
  /** Dự thảo | draft */
  draft: Submission;
  /** Kết quả tổng hợp | totals */
  totals: Aggregates;
  /** Báo cáo được tính | standing */
  standing: Standing;
  /** Chưa có | missing */
  missing: Array<Organization>;
  /** Số liệu để riêng | set aside */
  set_aside?: Array<Observation>;
}

/** Đính chính của người dùng | correction */
export interface Correction {
  danvan?: 2;
  /** Số liệu như đã viết | words */
  words: string;
  /** Các từ ở gần | words near it */
  near?: string;
  /** Lần xuất hiện thứ | occurrence */
  occurrence?: number | null;
  /** Chỉ tiêu | indicator */
  indicator?: string;
  /** Tổ chức | organization */
  organization?: string | null;
  /** Kỳ báo cáo | period */
  period?: string | null;
  /** Phân tổ | breakdown */
  breakdown?: string | null;
  /** Tính chất số liệu | role */
  role?: string;
  /** Đơn vị tính | unit */
  unit?: string;
  /** Là số liệu của một chỉ tiêu | counts */
  counts?: boolean;
}

/** Mức độ bao phủ | coverage */
export interface Coverage {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Đã thực hiện | done */
  done: Array<Organization>;
  /** Chưa thực hiện | not done */
  not_done: Array<Organization>;
  /** Chưa báo cáo | silent */
  silent: Array<Organization>;
  /** Được miễn | excused */
  excused?: Array<Organization>;
}

/** Hội nghị phản biện xã hội | criticism */
export interface Criticism {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Ngày | day */
  on: string;
  /** Nội dung | subject */
  subject: string;
  /** Số dự thảo | drafts */
  drafts: number;
  /** Số ý kiến | opinions */
  opinions: number;
}

/** Bảng chuyển đổi đơn vị | crosswalk */
export interface Crosswalk {
  danvan?: 2;
  /** Kế thừa tổ chức | successions */
  successions: Array<Succession>;
}

/** Ghi chú về ngày tháng | date note */
export type DateNote = "noughts not by the official rule" | "other separators than /" | "the word ngày before figures, or words without it" | "the year first" | "unusual spaces, dashes, letters or invisible characters";

/** Ngày tháng đọc được | date reading */
export interface DateReading {
  danvan?: 2;
  /** Ngày | day */
  day: string;
  /** Các ghi chú | notes */
  notes?: Array<DateNote>;
}

/** Thời hạn gửi báo cáo | deadline */
export interface Deadline {
  danvan?: 2;
  /** Số ngày | days */
  days?: number;
  /** Theo ngày làm việc | working */
  working?: boolean;
  /** Hạn ấn định | fixed */
  fixed?: Array<[Period, string]>;
}

/** Đối thoại trực tiếp | dialogue with the people */
export interface Dialogue {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Ngày | day */
  on: string;
  /** Người chủ trì | holder */
  holder: string;
  /** Lượt người dự | attendances */
  attendances: number;
  /** Số ý kiến | opinions */
  opinions: number;
  /** Đã giải quyết | settled */
  settled: number;
  /** Địa danh | place */
  place?: string;
}

/** Loại đại lượng | dimension */
export type Dimension = "count" | "scale" | "money" | "percent" | "point" | "area" | "length" | "mass" | "volume" | "time";

/** Văn bản chỉ đạo | directive */
export interface Directive {
  danvan?: 2;
  /** Số | number */
  number: DocumentNumber;
  /** Loại | kind */
  kind: string;
  /** Cơ quan ban hành | issuer */
  issuer: string;
  /** Ngày ban hành | issued on */
  issued_on?: string | null;
  /** Trích yếu, tên gọi | title */
  title?: string;
  /** Nhiệm kỳ | term */
  term?: string;
  /** Chức vụ người ký | signer post */
  signer_post?: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
  /** Tên gọi tắt | short names */
  short_names?: Array<string>;
  /** Tổ chức | organization */
  organization?: Organization | null;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: Confidence;
}

/** Thể loại văn bản | document kind */
export interface DocumentKind {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Nguồn | source */
  source: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Các ký hiệu | symbols */
  symbols?: Array<KindSymbol>;
  /** Ghi chú | note */
  note?: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Số và ký hiệu văn bản | document number */
export type DocumentNumber = string;

/** Số liệu có thể trùng sự kiện | double */
export interface Double {
  danvan?: 2;
  /** Các tổ chức | organizations */
  organizations: Array<Organization>;
  /** Các số liệu | observations */
  observations: Array<Observation>;
}

/** Dự thảo báo cáo | draft */
export interface Draft {
  danvan?: 2;
  /** Văn bản | report */
  report: Report;
  /** Kết quả rà soát | findings */
  findings: Findings;
  /** Các chỗ đã điền | entries */
  entries: Array<Entry>;
}

/** Số liệu ghi trùng | duplicate */
export interface Duplicate {
  danvan?: 2;
  /** Các số đã ghi | statements */
  statements: Array<Observation>;
  /** Tính nhất quán | consistency */
  consistency: Consistency;
  /** Mức độ | severity */
  severity?: Severity | null;
}

/** Nghĩa vụ báo cáo | duty */
export interface Duty {
  danvan?: 2;
  /** Văn bản | report */
  report: string;
  /** Đường gửi | route */
  route: Route;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Ngày chốt số liệu | closing */
  closing: string;
  /** Hạn gửi | due */
  due: string;
  /** Báo cáo đã gửi | submission */
  submission?: Submission | null;
  /** Báo cáo mâu thuẫn | conflicting */
  conflicting?: Array<Submission>;
}

/** Tình trạng báo cáo | duty state */
export type DutyState = "chưa đến hạn" | "đến hạn" | "quá hạn, chưa gửi" | "bị trả lại, chưa gửi lại" | "có các bản khác nhau" | "đúng hạn" | "gửi chậm";

/** Chữ nhấn mạnh | emphasis */
export interface Emphasis {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Kiểu viết | style */
  style?: "italic" | "bold" | "bold italic";
}

/** Chỗ đã điền | entry */
export interface Entry {
  danvan?: 2;
  /** Chỗ cần điền | slot */
  slot: string;
  /** Vị trí trong mẫu | place in the template */
  asked: Span;
  /** Vị trí trong văn bản | span */
  span: Span | null;
  /** Nội dung văn bản | text */
  text: string;
  /** Các số liệu tổng hợp | aggregates */
  aggregates: Array<Aggregate>;
  /** Còn để trống | is blank */
  is_blank: boolean;
}

/** Tình hình kiểm tra | evaluation */
export interface Evaluation {
  danvan?: 2;
  /** Việc kiểm tra | check */
  check: string;
  /** Số lần đã kiểm | evaluated */
  evaluated: number;
  /** Không tính | left out */
  left_out?: Array<[string, number]>;
}

/** Bước xử lý | event */
export interface Event {
  danvan?: 2;
  /** Trạng thái | state */
  state: State;
  /** Ngày | day */
  on: string;
  /** Người thực hiện | by */
  by: string;
  /** Lý do | reason */
  reason?: string;
  /** Các số liệu | observations */
  observations?: Array<Observation>;
}

/** Minh chứng | evidence */
export interface Evidence {
  danvan?: 2;
  /** Lần | occurrence */
  occurrence: Period;
  /** Kết quả | outcome */
  outcome: reporting_Outcome;
  /** Nguồn | source */
  source: string;
  /** Ngày ghi nhận | known on */
  known_on: string;
}

/** Giải thích số và ký hiệu | explanation */
export interface Explanation {
  danvan?: 2;
  /** Số | number */
  number: DocumentNumber;
  /** Hệ thống văn bản | family */
  family: Family;
  /** Các thể loại | kinds */
  kinds: Array<[DocumentKind, Confidence]>;
  /** Các cơ quan ban hành | issuers */
  issuers: Array<IssuerMeaning>;
  /** Cách viết đúng | canonical */
  canonical?: DocumentNumber | null;
}

/** Hệ thống văn bản | family */
export type Family = "party" | "state" | "law" | "mass";

/** Số liệu thay đổi | figure change */
export interface FigureChange {
  danvan?: 2;
  /** Trước | before */
  before: QuantityMention | null;
  /** Sau | after */
  after: QuantityMention | null;
  /** Đoạn có số liệu | where */
  where: Span;
}

/** Bảng so sánh số liệu | figure comparison */
export interface FigureComparison {
  danvan?: 2;
  /** Các cặp số liệu | pairs */
  pairs: Array<FigurePair>;
}

/** Số liệu gắn với chỉ tiêu | figure mapping */
export interface FigureMapping {
  danvan?: 2;
  /** Văn bản | report */
  report: Report;
  /** Các số liệu | figures */
  figures: Array<MappedFigure>;
  /** Các số so sánh | comparisons */
  comparisons?: Array<ComparedFigure>;
  /** Số liệu chưa rõ chỉ tiêu | unmapped */
  unmapped?: Array<UnmappedFigure>;
  /** Kết quả rà soát | findings */
  findings?: Findings;
}

/** Cặp số liệu hai kỳ | figure pair */
export interface FigurePair {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Tổ chức | organization */
  organization: Organization;
  /** Phân tổ | breakdown */
  breakdown: Array<[string, string]>;
  /** Số liệu kỳ trước | then */
  then: Array<Observation>;
  /** Số liệu kỳ này | now */
  now: Array<Observation>;
}

/** Số liệu để lập báo cáo | figures */
export interface Figures {
  danvan?: 2;
  /** Các số liệu | observations */
  observations: Array<Observation>;
  /** Các tổ chức | organizations */
  organizations: Organizations;
  /** Tổ chức | organization */
  organization: string;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Mã các đơn vị | units */
  units?: Array<string>;
  /** Danh mục chỉ tiêu | catalogue */
  catalogue?: Catalogue_Indicator;
}

/** Kết quả rà soát | finding */
export interface Finding {
  danvan?: 2;
  /** Quy tắc | rule */
  rule: Rule;
  /** Các vị trí | spans */
  spans?: Array<Span>;
  /** Các phần | parts */
  parts?: Array<[string, string]>;
  /** Chênh lệch | difference */
  difference?: string | null;
  /** Cách sửa | what to write instead */
  fix?: string | null;
  /** Miễn trừ | waiver */
  waiver?: Waiver | null;
}

/** Các kết quả rà soát | findings */
export interface Findings {
  danvan?: 2;
  /** Đã tìm thấy | found */
  found?: Array<Finding>;
  /** Được miễn trừ | waived */
  waived?: Array<Finding>;
  /** Tình hình kiểm tra | evaluations */
  evaluations?: Array<Evaluation>;
}

/** Chú thích cuối trang | footnote */
export interface Footnote {
  danvan?: 2;
  /** Dấu chú thích | mark */
  mark: string;
  /** Các đoạn văn | paragraphs */
  paragraphs: Array<Paragraph>;
  /** Chỗ đặt dấu chú thích | anchor */
  anchor?: number | null;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Biểu mẫu | form */
export interface Form {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Phiên bản | version */
  version: number;
  /** Các hàng | rows */
  rows: Array<Row>;
  /** Các quy tắc | rules */
  rules?: Array<FormRule>;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
  /** Nguồn | source */
  source?: string;
}

/** Quan hệ giữa các chỉ tiêu | form rule */
export interface FormRule {
  danvan?: 2;
  /** Vế trái | left */
  left: Array<string>;
  /** Quan hệ | relation */
  relation: reporting_Relation;
  /** Vế phải | right */
  right: Array<string>;
  /** Căn cứ | basis */
  basis?: string;
}

/** Mức độ hoàn thành | fulfilment */
export interface Fulfilment {
  danvan?: 2;
  /** Thực hiện | actual */
  actual: Quantity;
  /** Mức đề ra | target */
  target: Quantity;
}

/** Vận động quỹ | fund raising */
export interface FundRaising {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Ngày | day */
  on: string;
  /** Tên quỹ | fund */
  fund: string;
  /** Số tiền | amount */
  amount: string;
}

/** Mục tiêu | goal */
export interface Goal {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Mức đề ra | target */
  target: Quantity;
  /** Chỉ tiêu | indicator */
  indicator?: string;
  /** Nguồn | source */
  source?: string;
}

/** Kết quả thực hiện mục tiêu | goal result */
export interface GoalResult {
  danvan?: 2;
  /** Mục tiêu | goal */
  goal: Goal;
  /** Thực hiện | actual */
  actual: Quantity | null;
  /** Trạng thái | state */
  state: GoalState;
  /** Nguồn | source */
  source?: string;
}

/** Tình trạng mục tiêu | goal state */
export type GoalState = "đạt" | "không đạt" | "chưa khẳng định được" | "không báo cáo";

/** Loại số đề mục | heading kind */
export type HeadingKind = "I" | "1.1" | "a" | "-" | "+";

/** Số đề mục | heading number */
export interface HeadingNumber {
  danvan?: 2;
  /** Loại | kind */
  kind: HeadingKind;
  /** Thứ tự các cấp đề mục | path */
  path?: Array<number>;
  /** Dấu sau số | close */
  close?: string;
}

/** Nhà được hỗ trợ | house supported */
export interface House {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Ngày | day */
  on: string;
  /** Loại | kind */
  kind: HouseKind;
  /** Số tiền | amount */
  amount: string;
  /** Địa danh | place */
  place?: string;
}

/** Loại hỗ trợ nhà ở | house kind */
export type HouseKind = "great_unity" | "comrade" | "shelter" | "temporary";

/** Cách nhận biết | how it was recognized */
export type How = "by its number" | "by a number without a symbol" | "by a name the text has defined" | "back to what was cited before";

/** Mã định danh văn bản | identifier */
export interface Identifier {
  danvan?: 2;
  /** Hệ thống | system */
  system: string;
  /** Mã cơ quan | body */
  body: string;
  /** Ký hiệu | symbol */
  symbol: string;
  /** Số thứ tự | serial */
  serial: number;
  /** Năm hoặc nhiệm kỳ | frame */
  frame?: string;
  /** Chữ cái kèm số | letter */
  letter?: string;
  /** Khu vực | area */
  area?: string;
}

/** Chỉ tiêu | indicator */
export interface Indicator {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Đơn vị tính | unit */
  unit: string;
  /** Loại | kind */
  kind: Kind;
  /** Tên tiếng Anh | name en */
  name_en?: string;
  /** Đơn vị tính khác | counters */
  counters?: Array<string>;
  /** Tử số | numerator */
  numerator?: string | null;
  /** Mẫu số | denominator */
  denominator?: string | null;
  /** Quyền số | weight */
  weight?: string | null;
  /** Cách cộng theo thời gian | over time */
  over_time?: Combination;
  /** Cách cộng theo tổ chức | over organizations */
  over_organizations?: Combination;
  /** Các phân tổ | breakdowns */
  breakdowns?: Array<Breakdown>;
  /** Khái niệm | concept */
  concept?: string;
  /** Văn bản giao | asked by */
  asked_by?: string;
  /** Cơ quan phụ trách | office */
  office?: string;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
  /** Từ chỉ chủ đề | words of its subject */
  about?: Array<string>;
  /** Từ đứng kề số liệu | words beside its figures */
  said?: Array<string>;
  /** Hệ thống thực hiện | done by */
  done_by?: Array<string>;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Nhóm chỉ tiêu | indicator group */
export interface IndicatorGroup {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Tên tiếng Anh | name en */
  name_en?: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Chỉ tiêu có thể là | indicator match */
export interface IndicatorMatch {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Mức độ tin cậy | confidence */
  confidence: string;
  /** Lý do | reason */
  reason?: string;
}

/** Khoảng giá trị | interval */
export interface Interval {
  danvan?: 2;
  /** Cận dưới | low */
  low: string | null;
  /** Cận trên | high */
  high: string | null;
  /** Gồm cả cận dưới | low closed */
  low_closed?: boolean;
  /** Gồm cả cận trên | high closed */
  high_closed?: boolean;
}

/** Chữ viết tắt cơ quan ban hành | issuer code */
export interface IssuerCode {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Hệ thống văn bản | family */
  family: Family;
  /** Nguồn | source */
  source: string;
  /** Mức độ tin cậy | confidence */
  confidence: Confidence;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có đánh số | numbered */
  numbered?: boolean;
  /** Ghi chú | note */
  note?: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Ý nghĩa chữ viết tắt cơ quan | issuer meaning */
export interface IssuerMeaning {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name?: string | null;
  /** Hệ thống văn bản | family */
  family?: Family | null;
  /** Mức độ tin cậy | confidence */
  confidence?: Confidence | null;
  /** Còn hiệu lực | is in force */
  is_in_force?: boolean;
}

/** Loại chỉ tiêu | kind of indicator */
export type Kind = "flow" | "stock" | "balance" | "ratio" | "mean" | "extremum" | "grade" | "text";

/** Ký hiệu thể loại | kind symbol */
export interface KindSymbol {
  danvan?: 2;
  /** Hệ thống văn bản | family */
  family: Family;
  /** Ký hiệu | symbol */
  symbol: string;
  /** Mức độ tin cậy | confidence */
  confidence: Confidence;
  /** Nguồn | source */
  source: string;
}

/** Số liệu không chuyển được | left out */
export interface LeftOut {
  danvan?: 2;
  /** Số liệu | figure */
  figure: Observation | RebasedFigure;
  /** Lý do | reason */
  reason: string;
}

/** Phần đầu văn bản | letterhead */
export interface Letterhead {
  danvan?: 2;
  /** Cơ quan cấp trên | upper body */
  upper_body?: string;
  /** Cơ quan ban hành | body */
  body?: string;
  /** Tiêu đề, quốc hiệu | motto */
  motto?: string;
  /** Số | number */
  number?: DocumentNumber | null;
  /** Số và ký hiệu như đã viết | number text */
  number_text?: string;
  /** Địa danh | place */
  place?: string;
  /** Ngày ban hành | issued on */
  issued_on?: string | null;
  /** Ngày tháng như đã viết | date text */
  date_text?: string;
  /** Độ mật | secrecy */
  secrecy?: string;
  /** Độ khẩn | urgency */
  urgency?: string;
  /** Dấu dự thảo | draft */
  draft?: string;
  /** Vị trí của số và ký hiệu | number span */
  number_span?: [number, number] | null;
  /** Vị trí của ngày tháng | date span */
  date_span?: [number, number] | null;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Cấp | level */
export type Level = "central" | "province" | "district" | "commune" | "village";

/** Tên gọi theo cấp | level names */
export interface LevelNames {
  danvan?: 2;
  /** Trung ương | central */
  central?: string;
  /** Tỉnh | province */
  province?: string;
  /** Huyện | district */
  district?: string;
  /** Xã | commune */
  commune?: string;
  /** Thôn, bản | village */
  village?: string;
}

/** Tuyến báo cáo | line */
export interface Line {
  danvan?: 2;
  /** Các đơn vị báo cáo | reporters */
  reporters: string;
  /** Nơi nhận báo cáo | to */
  to: string;
  /** Gửi qua | via */
  via?: Array<string>;
  /** Đồng gửi | copies */
  copies?: Array<string>;
}

/** Quan hệ trực thuộc | link */
export interface Link {
  danvan?: 2;
  /** Tổ chức trực thuộc | child */
  child: string;
  /** Tổ chức cấp trên | parent */
  parent: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
  /** Theo văn bản | by */
  by?: string;
}

/** Thể thức đề ký | mandate */
export type Mandate = "TM" | "KT" | "TL" | "TUQ" | "Q";

/** Cách viết thể thức đề ký | mandate style */
export type MandateStyle = "party" | "state";

/** Số liệu đã gán chỉ tiêu | mapped figure */
export interface MappedFigure {
  danvan?: 2;
  /** Vị trí trong văn bản | span */
  span: Span;
  /** Số lượng | quantity */
  quantity: Quantity;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Tổ chức | organization */
  organization: Organization | null;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Phân tổ | breakdown */
  breakdown?: Array<[string, string]>;
  /** Tính chất số liệu | role */
  role?: Role;
  /** Tổng thể | whole */
  whole?: string | null;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
  /** Lý do | reason */
  reason?: string;
}

/** Lý do không có số liệu | missing */
export type Missing = "not_reported" | "not_applicable" | "not_due";

/** Mô hình dân vận khéo | mobilization model */
export interface MobilizationModel {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Tên gọi | name */
  name: string;
  /** Lĩnh vực | field */
  field: ModelField;
  /** Hình thức | form */
  form: ModelForm;
  /** Ngày đăng ký | registered */
  registered: string;
  /** Địa danh | place */
  place?: string;
  /** Ngày bắt đầu hoạt động | working */
  working?: string | null;
  /** Ngày công nhận | recognized */
  recognized?: string | null;
  /** Cấp công nhận | recognized at */
  recognized_at?: Level | null;
  /** Ngày khen thưởng | rewarded */
  rewarded?: string | null;
  /** Cơ quan khen thưởng | rewarded by */
  rewarded_by?: string;
  /** Ngày nhân rộng | replicated */
  replicated?: string | null;
  /** Ngày kết thúc | ended */
  ended?: string | null;
}

/** Lĩnh vực của mô hình | model field */
export type ModelField = "economy" | "culture_society" | "defence_security" | "political_system";

/** Hình thức mô hình | model form */
export type ModelForm = "collective" | "individual";

/** Phong trào, cuộc vận động | movement */
export interface Movement {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Loại | kind */
  kind: string;
  /** Cơ quan chủ trì | holder */
  holder: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Theo văn bản | by */
  by?: string;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Phong trào được nhắc đến | movement mention */
export interface MovementMention {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Phong trào, cuộc vận động | movement */
  movement?: Movement | null;
  /** Cơ quan chủ trì | holder */
  holder?: Organization | null;
}

/** Ghi chú về con số | number note */
export type NumberNote = "no dots between groups" | "a nought in front" | "spaces between groups" | "a plus sign" | "English commas and point" | "one dot: thousands here, a decimal point in an English table" | "one comma before three digits: decimals here, thousands in English" | "unusual spaces, dashes or invisible characters";

/** Con số đọc được | number reading */
export interface NumberReading {
  danvan?: 2;
  /** Giá trị | value */
  value: string;
  /** Các ghi chú | notes */
  notes?: Array<NumberNote>;
}

/** Kiểu số và ký hiệu | number style */
export type NumberStyle = "party" | "state" | "slashed";

/** Chữ số | numeral */
export interface Numeral {
  danvan?: 2;
  /** Giá trị | value */
  value: string;
}

/** Số liệu | observation */
export interface Observation {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Tổ chức | organization */
  organization: Organization;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Số lượng | quantity */
  quantity?: Quantity | null;
  /** Phân tổ | breakdown */
  breakdown?: Array<[string, string]>;
  /** Tính chất số liệu | role */
  role?: Role;
  /** Mức độ chính thức | status */
  status?: Status;
  /** Phạm vi | scope */
  scope?: Scope;
  /** Ngày báo cáo | reported on */
  reported_on?: string | null;
  /** Chưa có | missing */
  missing?: Missing | null;
  /** Nguồn | source */
  source?: string;
  /** Vị trí trong văn bản | span */
  span?: Span | null;
}

/** Loại tiếp công dân | occasion */
export type Occasion = "regular" | "periodic" | "extraordinary";

/** Tổ chức | organization */
export interface Organization {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Loại | kind */
  kind: string;
  /** Cấp | level */
  level: Level;
  /** Hệ thống | branch */
  branch: Branch;
  /** Địa danh | place */
  place?: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Ngày thành lập | opened */
  opened?: string | null;
  /** Ngày kết thúc hoạt động | closed */
  closed?: string | null;
  /** Nguồn | source */
  source?: string;
  /** Văn bản thành lập | opened by */
  opened_by?: string;
  /** Văn bản kết thúc | closed by */
  closed_by?: string;
}

/** Loại tổ chức | organization kind */
export interface OrganizationKind {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Hệ thống | branch */
  branch: Branch;
  /** Các cấp | levels */
  levels: Array<Level>;
  /** Nguồn | source */
  source: string;
  /** Tên các phần | names */
  names?: LevelNames;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Từ thường gọi | common words */
  common_words?: Array<string>;
  /** Từ chỉ bộ phận | part of words */
  part_of_words?: Array<string>;
  /** Ký hiệu | symbol */
  symbol?: string;
  /** Người đứng đầu | head */
  head?: string;
  /** Cấp phó | deputies */
  deputies?: Array<string>;
  /** Chế độ tập thể | collective */
  collective?: boolean;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
  /** Mức độ tin cậy | confidence */
  confidence?: "sure" | "likely" | "unsure";
}

/** Tổ chức được nhắc đến | organization mention */
export interface OrganizationMention {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Các khả năng | candidates */
  candidates?: Array<Candidate>;
  /** Chức vụ | post */
  post?: string;
  /** Lý do | reason */
  reason?: string;
  /** Khoảng cách tối thiểu | margin */
  margin?: number;
}

/** Cây tổ chức | organizations */
export interface Organizations {
  danvan?: 2;
  /** Các tổ chức | organizations */
  organizations: Array<Organization>;
  /** Quan hệ trực thuộc | links */
  links?: Array<Link>;
  /** Tên gọi | name */
  name?: string;
  /** Kế thừa tổ chức | successions */
  successions?: Array<Succession>;
}

/** Đề cương báo cáo | outline */
export interface Outline {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Các phần | parts */
  parts: Array<OutlinePart>;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
}

/** Mục của đề cương | outline part */
export interface OutlinePart {
  danvan?: 2;
  /** Số | number */
  number: string;
  /** Tên mục | title */
  title: string;
  /** Các từ | words */
  words?: Array<string>;
  /** Bắt buộc | compulsory */
  compulsory?: boolean;
}

/** Số ghi và số cộng | overlap */
export interface Overlap {
  danvan?: 2;
  /** Số ghi | stated */
  stated: Aggregate;
  /** Số cộng | computed */
  computed: Aggregate;
}

/** Đoạn văn | paragraph */
export interface Paragraph {
  danvan?: 2;
  /** Nội dung văn bản | text */
  text: string;
  /** Các dấu chú thích | marks */
  marks?: Array<[number, string]>;
  /** Chữ nhấn mạnh | emphasis */
  emphasis?: Array<Emphasis>;
  /** Vị trí trong bản gốc | pieces */
  pieces?: Array<[number, number, number]>;
}

/** Phần hợp thành | part */
export interface Part {
  danvan?: 2;
  /** Tổ chức cũ | old */
  old: string;
  /** Giá trị | value */
  value: Interval;
  /** Tỷ lệ | share */
  share: string | null;
  /** Theo văn bản | by */
  by?: string;
}

/** Kỳ báo cáo | period */
export interface Period {
  danvan?: 2;
  /** Ngày đầu | first */
  first: string;
  /** Ngày cuối | last */
  last: string;
}

/** Kỳ được nhắc đến | period mention */
export interface PeriodMention {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Kỳ báo cáo | period */
  period: Period;
}

/** Tình hình đơn thư | petition balance */
export interface PetitionBalance {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Loại đơn thư | type */
  type: PetitionType;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Kỳ trước chuyển sang | carried over */
  carried_over: number;
  /** Tiếp nhận trong kỳ | received */
  received: number;
  /** Đã giải quyết | settled */
  settled: number;
}

/** Loại đơn thư | petition type */
export type PetitionType = "complaint" | "denunciation" | "request";

/** Điều, khoản, điểm | pinpoint */
export interface Pinpoint {
  danvan?: 2;
  /** Điều | article */
  article: number;
  /** Khoản | clause */
  clause?: number | null;
  /** Điểm | point */
  point?: string;
}

/** Cách hiểu từ hạn định | policy */
export interface Policy {
  danvan?: 2;
  /** Cách làm tròn | rounding */
  rounding?: Rounding;
  /** Tỷ lệ | share */
  share?: string;
}

/** Tiến độ | progress */
export interface Progress {
  danvan?: 2;
  /** Số lượng từng loại | counts */
  counts: Array<[AssignmentState, number]>;
}

/** Từ hạn định | qualifier */
export type Qualifier = string;

/** Số lượng | quantity */
export interface Quantity {
  danvan?: 2;
  /** Giá trị | value */
  value: string;
  /** Đơn vị tính | unit */
  unit?: string;
  /** Từ hạn định | qualifier */
  qualifier?: Qualifier | null;
  /** Cận trên | high */
  high?: string | null;
  /** Viết thêm số 0 đằng trước | padded */
  padded?: boolean;
}

/** Số lượng được nhắc đến | quantity mention */
export interface QuantityMention {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Giá trị | value */
  value: string;
  /** Cận trên | high */
  high?: string | null;
  /** Tổng thể | whole */
  whole?: string | null;
  /** Đơn vị tính | unit */
  unit?: string;
  /** Từ hạn định | qualifier */
  qualifier?: Qualifier | null;
  /** Chỗ hết đơn vị tính | unit end */
  unit_end?: number;
}

/** Tỷ lệ | ratio */
export interface Ratio {
  danvan?: 2;
  /** Tử số | numerator */
  numerator: Quantity;
  /** Mẫu số | denominator */
  denominator: Quantity;
}

/** Lý do chưa kiểm | reason */
export interface Reason {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Tên tiếng Anh | name en */
  name_en: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Giá trị quy về đơn vị mới | rebased */
export interface Rebased {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Giá trị | value */
  value: Interval;
  /** Các phần | parts */
  parts: Array<Part>;
}

/** Số liệu quy về đơn vị mới | rebased figure */
export interface RebasedFigure {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Tổ chức | organization */
  organization: Organization;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Khoảng chắc chắn | hard */
  hard: Interval;
  /** Khoảng có thể | likely */
  likely: Interval;
  /** Giá trị | value */
  value: Quantity | null;
  /** Phân tổ | breakdown */
  breakdown?: Array<[string, string]>;
  /** Tính chất số liệu | role */
  role?: Role;
  /** Phạm vi | scope */
  scope?: Scope;
  /** Các phần | parts */
  parts?: Array<Carried>;
  /** Các bên | sides */
  sides?: Array<RebasedFigure>;
  /** Đơn vị chưa có số liệu | missing */
  missing?: Array<string>;
  /** Tổng cộng | tally */
  tally?: Tally | null;
}

/** Quy số liệu về đơn vị mới | rebasing */
export interface Rebasing {
  danvan?: 2;
  /** Đã tìm thấy | found */
  found: Array<RebasedFigure>;
  /** Không tính | left out */
  left_out?: Array<LeftOut>;
  /** Không có số liệu | unreported */
  unreported?: Array<Observation>;
}

/** Buổi tiếp công dân | reception */
export interface Reception {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Ngày | day */
  on: string;
  /** Loại tiếp công dân | occasion */
  occasion: Occasion;
  /** Số lượt | turns */
  turns: number;
  /** Số người | persons */
  persons: number;
  /** Số vụ việc | matters */
  matters: number;
  /** Người chủ trì | holder */
  holder?: string;
}

/** Nơi nhận | recipient */
export interface Recipient {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Mục đích gửi | purpose */
  purpose?: string;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Cách gọi tắt văn bản | reference */
export interface Reference {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Cách nhận biết | how */
  how: How;
  /** Số | number */
  number?: DocumentNumber | null;
  /** Viện dẫn | citation */
  citation?: Citation | null;
  /** Các khả năng | candidates */
  candidates?: Array<Directive>;
}

/** Chế độ báo cáo | regime */
export interface Regime {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Các tuyến báo cáo | lines */
  lines: Array<Line>;
  /** Các kỳ báo cáo | cadences */
  cadences?: Array<Cadence>;
  /** Thời hạn | deadline */
  deadline?: Deadline;
  /** Loại | kind */
  kind?: ReportKind;
  /** Các dịp báo cáo | occasions */
  occasions?: Array<Period>;
  /** Văn bản giao | asked by */
  asked_by?: DocumentNumber | null;
  /** Các biểu mẫu | forms */
  forms?: Array<Form>;
  /** Đề cương | outline */
  outline?: Outline | null;
  /** Lịch chốt số liệu | cutoff */
  cutoff?: Calendar;
  /** Lịch ngày làm việc | working days */
  working_days?: WorkingDays | null;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Loại quan hệ văn bản | relation kind */
export type RelationKind = "thay thế" | "sửa đổi, bổ sung" | "ban hành kèm theo" | "hướng dẫn thực hiện" | "triển khai thực hiện" | "căn cứ" | "cụ thể hóa" | "kết luận về" | "sơ kết" | "tổng kết";

/** Các quan hệ văn bản | relations */
export interface Relations {
  danvan?: 2;
  /** Các quan hệ | relations */
  relations?: Array<directives_Relation>;
}

/** Báo cáo | report */
export interface Report {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Nội dung văn bản | text */
  text?: string;
  /** Loại | kind */
  kind?: string;
  /** Trích yếu, tên gọi | title */
  title?: string;
  /** Phần đầu văn bản | letterhead */
  letterhead?: Letterhead | null;
  /** Kính gửi | addressed to */
  addressed_to?: string;
  /** Phần mở đầu | preamble */
  preamble?: Array<Paragraph>;
  /** Các phần, mục | sections */
  sections?: Array<Section>;
  /** Chú thích | footnotes */
  footnotes?: Array<Footnote>;
  /** Các bảng | tables */
  tables?: Array<Table>;
  /** Phụ lục | annexes */
  annexes?: Array<Annex>;
  /** Nơi nhận | recipients */
  recipients?: Array<Recipient>;
  /** Chữ ký | signature */
  signature?: Signature | null;
  /** Phần còn lại | remainder */
  remainder?: Array<Paragraph>;
  /** Các chỗ đã sửa | repairs */
  repairs?: Array<reports_Repair>;
  /** Vị trí của đề mục | heading span */
  heading_span?: [number, number];
}

/** Các thay đổi của báo cáo | report changes */
export interface ReportChanges {
  danvan?: 2;
  /** Trước | before */
  before: Report;
  /** Sau | after */
  after: Report;
  /** Các thay đổi | changes */
  changes: Array<BlockChange>;
}

/** Loại báo cáo | report kind */
export type ReportKind = "định kỳ" | "sơ kết" | "tổng kết" | "chuyên đề" | "đột xuất";

/** Tính chất số liệu | role */
export type Role = "actual" | "plan" | "target" | "forecast";

/** Đợt báo cáo | round */
export interface Round {
  danvan?: 2;
  /** Chế độ báo cáo | regime */
  regime: Regime;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Nghĩa vụ báo cáo | duties */
  duties: Array<Duty>;
  /** Báo cáo được tính | standing */
  standing?: Standing;
  /** Báo cáo bị trả lại | refused */
  refused?: Array<Submission>;
  /** Báo cáo gửi nhầm đợt | elsewhere */
  elsewhere?: Array<Submission>;
  /** Kết quả rà soát | findings */
  findings?: Findings;
}

/** Cách làm tròn | rounding */
export type Rounding = "nearest" | "truncated";

/** Đường gửi báo cáo | route */
export interface Route {
  danvan?: 2;
  /** Đơn vị báo cáo | reporter */
  reporter: Organization;
  /** Nơi nhận báo cáo | to */
  to: Organization;
  /** Gửi qua | via */
  via?: Array<Organization>;
  /** Đồng gửi | copies */
  copies?: Array<Organization>;
}

/** Dòng của biểu | row */
export interface Row {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: string;
  /** Phân tổ theo | by */
  by?: Array<string>;
  /** Bắt buộc | compulsory */
  compulsory?: boolean;
  /** Bắt buộc các phần | parts compulsory */
  parts_compulsory?: boolean;
}

/** Quy tắc | rule */
export interface Rule {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Mức độ | severity */
  severity: Severity;
  /** Câu tiếng Việt | sentence in Vietnamese */
  vi: string;
  /** Câu tiếng Anh | sentence in English */
  en: string;
  /** Căn cứ | basis */
  basis?: string;
  /** Nguồn | source */
  source?: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Phạm vi số liệu | scope */
export type Scope = "whole" | "alone";

/** Phần, mục | section */
export interface Section {
  danvan?: 2;
  /** Số đề mục | number */
  number?: string;
  /** Đề mục | heading */
  heading?: string;
  /** Các đoạn văn | paragraphs */
  paragraphs?: Array<Paragraph>;
  /** Các phần, mục | sections */
  sections?: Array<Section>;
  /** Các bảng | tables */
  tables?: Array<Table>;
  /** Dấu chú thích ở đề mục | heading marks */
  heading_marks?: Array<[number, string]>;
  /** Vị trí của đề mục | heading span */
  heading_span?: [number, number];
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Dãy số văn bản | series */
export interface Series {
  danvan?: 2;
  /** Ký hiệu thể loại | kind code */
  kind_code: string | null;
  /** Chữ viết tắt các cơ quan | issuer codes */
  issuer_codes: Array<string>;
  /** Năm hoặc nhiệm kỳ | frame */
  frame: string;
  /** Có ghi năm | has year */
  has_year?: boolean;
}

/** Mức độ | severity */
export type Severity = "NOTE" | "WARNING" | "ERROR";

/** Thể thức ký | signature */
export interface Signature {
  danvan?: 2;
  /** Thể thức đề ký | mandate */
  mandate?: string;
  /** Chức vụ | post */
  post?: string;
  /** Người ký | signer */
  signer?: string;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Dòng đề ký | signing line */
export interface SigningLine {
  danvan?: 2;
  /** Thể thức đề ký | mandate */
  mandate: Mandate;
  /** Kiểu viết | style */
  style: MandateStyle;
  /** Ký thay cho | whom */
  whom: string;
}

/** Chỗ điền | slot */
export interface Slot {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Nội dung văn bản | text */
  text: string;
  /** Loại | kind */
  kind: SlotKind;
  /** Mã các chỉ tiêu | codes */
  codes?: Array<string>;
  /** Cách viết | form */
  form?: string;
  /** Tên đoạn cần viết | name */
  name?: string;
}

/** Loại chỗ điền | slot kind */
export type SlotKind = "figure" | "passage" | "literal" | "stray";

/** Văn bản nguồn | source */
export interface Source {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Nội dung văn bản | text */
  text: string;
}

/** Vị trí trong văn bản | span */
export interface Span {
  danvan?: 2;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
  /** Văn bản | report */
  report: string;
}

/** Báo cáo được tính | standing */
export interface Standing {
  danvan?: 2;
  /** Được tính | counted */
  counted?: Array<Submission>;
  /** Không tính | left out */
  left_out?: Array<Submission>;
  /** Báo cáo bị thay thế | superseded */
  superseded?: Array<Submission>;
  /** Báo cáo mâu thuẫn | conflicting */
  conflicting?: Array<Submission>;
}

/** Trạng thái báo cáo | state */
export type State = "dự thảo" | "đã gửi" | "đã tiếp nhận" | "trả lại để sửa" | "đã chấp nhận" | "đã gửi bản sửa";

/** Mức độ chính thức | status */
export type Status = "provisional" | "final" | "revised";

/** Báo cáo gửi lên | submission */
export interface Submission {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Kỳ báo cáo | period */
  period: Period;
  /** Các số liệu | observations */
  observations?: Array<Observation>;
  /** Quá trình xử lý | history */
  history?: Array<Event>;
  /** Biểu mẫu | form */
  form?: string;
  /** Phiên bản biểu mẫu | form version */
  form_version?: number;
  /** Văn bản báo cáo | document */
  document?: DocumentNumber | null;
}

/** Kế thừa tổ chức | succession */
export interface Succession {
  danvan?: 2;
  /** Tổ chức cũ | old */
  old: string;
  /** Tổ chức mới | new */
  new: string;
  /** Ngày | day */
  on: string;
  /** Loại | kind */
  kind?: SuccessionKind;
  /** Tỷ lệ | share */
  share?: string | null;
  /** Theo văn bản | by */
  by?: string;
}

/** Loại kế thừa | succession kind */
export type SuccessionKind = "whole" | "part" | "renamed" | "unchanged";

/** Cuộc giám sát | supervision */
export interface Supervision {
  danvan?: 2;
  /** Tổ chức | organization */
  organization: Organization;
  /** Ngày | day */
  on: string;
  /** Nội dung | subject */
  subject: string;
  /** Số đơn vị | units */
  units: number;
  /** Số kiến nghị | recommendations */
  recommendations: number;
  /** Số được tiếp thu | accepted */
  accepted: number;
}

/** Bảng | table */
export interface Table {
  danvan?: 2;
  /** Hàng tiêu đề | header */
  header: Array<reports_Cell>;
  /** Các hàng | rows */
  rows?: Array<Array<reports_Cell>>;
  /** Sau đoạn thứ | after */
  after?: number;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Tổng cộng | tally */
export interface Tally {
  danvan?: 2;
  /** Cận dưới | low */
  low: string;
  /** Cận trên | high */
  high: string;
  /** Khoảng chắc chắn | hard */
  hard: Interval;
  /** Khoảng có thể | likely */
  likely: Interval;
  /** Bậc đơn vị | scale */
  scale: [string, string];
  /** Độ chính xác | precision */
  precision: string;
  /** Các từ | words */
  words?: Array<Qualifier>;
  /** Viết thêm số 0 đằng trước | padded */
  padded?: boolean;
}

/** Mẫu báo cáo | template */
export interface Template {
  danvan?: 2;
  /** Văn bản | report */
  report: Report;
  /** Đề cương | outline */
  outline?: Outline | null;
}

/** Nhiệm kỳ | term */
export interface Term {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Cơ quan | body */
  body: string;
  /** Khóa thứ | number */
  number: number;
  /** Có hiệu lực từ ngày | valid from */
  valid_from: string;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
}

/** Tình hình đúng hạn | timeliness */
export interface Timeliness {
  danvan?: 2;
  /** Nhóm | name */
  name: string;
  /** Số lượng từng loại | counts */
  counts: Array<[DutyState, number]>;
}

/** Đơn vị tính | unit */
export interface Unit {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Từ | word */
  word: string;
  /** Loại đại lượng | dimension */
  dimension?: Dimension;
  /** Hệ số | factor */
  factor?: string | null;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Nguồn | source */
  source?: string;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Số liệu chưa gán chỉ tiêu | unmapped figure */
export interface UnmappedFigure {
  danvan?: 2;
  /** Vị trí trong văn bản | span */
  span: Span;
  /** Số lượng | quantity */
  quantity: Quantity;
  /** Lý do | reason */
  reason: string;
  /** Các khả năng | candidates */
  candidates?: Array<IndicatorMatch>;
}

/** Miễn trừ | waiver */
export interface Waiver {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Các từ | words */
  words: string;
  /** Người chấp nhận | who */
  who: string;
  /** Lý do | why */
  why: string;
  /** Đến hết ngày | until */
  until?: string | null;
  /** Lần | occurrence */
  occurrence?: number;
  /** Văn bản | paper */
  paper?: string;
}

/** Ngày làm việc | working days */
export interface WorkingDays {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Tên gọi | name */
  name: string;
  /** Ngày nghỉ | holidays */
  holidays?: Array<string>;
  /** Ngày làm bù | worked */
  worked?: Array<string>;
  /** Nguồn | source */
  source?: string;
  /** Mức độ tin cậy | confidence */
  confidence?: string;
  /** Tên gọi khác | aliases */
  aliases?: Array<string>;
  /** Có hiệu lực từ ngày | valid from */
  valid_from?: string | null;
  /** Có hiệu lực đến ngày | valid to */
  valid_to?: string | null;
}

/** Sổ văn bản | register */
export interface directives_Register {
  danvan?: 2;
  /** Tên gọi | name */
  name: string;
  /** Các văn bản | papers */
  papers?: Array<Directive>;
}

/** Quan hệ văn bản | relation */
export interface directives_Relation {
  danvan?: 2;
  /** Văn bản | paper */
  paper: Directive;
  /** Loại | kind */
  kind: RelationKind;
  /** Văn bản kia | other */
  other: Directive;
}

/** Loại thay đổi | change kind */
export type drafting_ChangeKind = "thêm" | "bỏ" | "sửa" | "chuyển chỗ";

/** Chiều tăng giảm | change */
export type indicators_Change = "tăng" | "giảm" | "không đổi";

/** Thay đổi của tổ chức | change */
export interface organizations_Change {
  danvan?: 2;
  /** Mã | code */
  code: string;
  /** Loại | kind */
  kind: organizations_ChangeKind;
  /** Trước | before */
  before?: string;
  /** Sau | after */
  after?: string;
}

/** Loại thay đổi | change kind */
export type organizations_ChangeKind = "opened" | "closed" | "renamed" | "moved" | "changed";

/** Loại sửa lỗi quét | repair */
export type reading_Repair = "a space within the number" | "a line break within the number" | "another dash for the hyphen" | "another letter for Đ" | "the zero before 1 to 9" | "a dot in the thousands of the serial" | "a separator left out, or one of no known form";

/** Ô của biểu | cell */
export interface reporting_Cell {
  danvan?: 2;
  /** Chỉ tiêu | indicator */
  indicator: Indicator;
  /** Phân tổ | breakdown */
  breakdown?: Array<[string, string]>;
  /** Bắt buộc | compulsory */
  compulsory?: boolean;
}

/** Kết quả thực hiện | outcome */
export type reporting_Outcome = "đã thực hiện" | "đang thực hiện" | "chưa thực hiện";

/** Sổ theo dõi | register */
export interface reporting_Register {
  danvan?: 2;
  /** Loại mục | what its entries are */
  of: "Criticism" | "Dialogue" | "FundRaising" | "House" | "MobilizationModel" | "PetitionBalance" | "Reception" | "Supervision";
  /** Đơn vị lập sổ | who keeps the register */
  keepers: Array<Organization>;
  /** Thời gian theo dõi | time it is kept for */
  kept: Period;
  /** Các mục | entries */
  entries?: Array<Criticism | Dialogue | FundRaising | House | MobilizationModel | PetitionBalance | Reception | Supervision>;
}

/** Quan hệ so sánh | relation */
export type reporting_Relation = "=" | "<=";

/** Ô của bảng | cell */
export interface reports_Cell {
  danvan?: 2;
  /** Các đoạn văn | paragraphs */
  paragraphs?: Array<Paragraph>;
  /** Vị trí trong văn bản | span */
  span?: [number, number];
}

/** Chỗ đã sửa | repair */
export interface reports_Repair {
  danvan?: 2;
  /** Nội dung sửa | what */
  what: string;
  /** Bắt đầu | start */
  start: number;
  /** Kết thúc | end */
  end: number;
}

/** Kết quả kiểm tra | outcome */
export interface validation_Outcome {
  danvan?: 2;
  /** Việc kiểm tra | check */
  check: string;
  /** Kết quả rà soát | findings */
  findings?: Array<Finding>;
  /** Lý do | reason */
  reason?: string;
}
