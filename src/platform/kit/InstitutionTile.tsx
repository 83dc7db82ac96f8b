import {
  BadgeCheck,
  Bike,
  BookOpen,
  BriefcaseBusiness,
  Building2,
  Bus,
  Church,
  Flame,
  Gavel,
  GraduationCap,
  HandHeart,
  HandHelping,
  Handshake,
  HeartHandshake,
  House,
  HouseHeart,
  Landmark,
  LifeBuoy,
  Lock,
  type LucideIcon,
  MessageCircle,
  Palette,
  Scale,
  Shield,
  Siren,
  Sprout,
  Stethoscope,
  ToyBrick,
  Users,
  WineOff,
} from 'lucide-react'
import styles from './InstitutionTile.module.css'

/** By institution kind of the code list; a kind that is missing here gets the plain building. */
const icons: Record<string, LucideIcon> = {
  social_assistance_centre: HouseHeart,
  social_services_centre: HouseHeart,
  family_support_county_centre: Users,
  regional_social_policy_centre: Landmark,
  commune_office: Building2,
  county_office: Landmark,
  village_head: Sprout,
  interdisciplinary_team: Users,
  alcohol_commission: WineOff,
  police_county: Shield,
  police_station: Shield,
  municipal_guard: Shield,
  military_police: Shield,
  court_family: Scale,
  court_criminal: Scale,
  probation_family: Gavel,
  probation_adult: Gavel,
  court_expert_team: Scale,
  prosecutor: Scale,
  nursery: ToyBrick,
  kindergarten: ToyBrick,
  primary_school: GraduationCap,
  secondary_school: GraduationCap,
  special_school: GraduationCap,
  youth_education_centre: GraduationCap,
  counselling_centre_ppp: BookOpen,
  education_superintendent: GraduationCap,
  university: GraduationCap,
  primary_health_care: Stethoscope,
  community_nurse: Stethoscope,
  hospital: Stethoscope,
  mental_health_clinic: Stethoscope,
  child_mental_health: Stethoscope,
  addiction_clinic: Stethoscope,
  long_term_care: Stethoscope,
  sanitary_inspection: Stethoscope,
  labour_office: BriefcaseBusiness,
  social_integration_centre: BriefcaseBusiness,
  social_integration_club: BriefcaseBusiness,
  occupational_therapy_workshop: Palette,
  sheltered_work_facility: BriefcaseBusiness,
  social_enterprise: BriefcaseBusiness,
  youth_labour_corps: BriefcaseBusiness,
  employer: BriefcaseBusiness,
  disability_board: BadgeCheck,
  crisis_centre: LifeBuoy,
  violence_support_centre: LifeBuoy,
  mother_child_home: House,
  homeless_shelter: House,
  day_support_facility: ToyBrick,
  children_home: House,
  foster_family: House,
  adoption_centre: House,
  self_help_home: House,
  senior_day_home: House,
  social_care_home: House,
  care_housing_centre: House,
  supported_housing: House,
  library: BookOpen,
  culture_centre: Palette,
  sport_centre: Bike,
  ngo: HeartHandshake,
  rural_women_circle: HandHeart,
  volunteer_fire: Flame,
  state_fire: Siren,
  parish: Church,
  food_bank: HandHelping,
  legal_aid_point: Scale,
  consumer_ombudsman: Scale,
  local_action_group: Handshake,
  transport_provider: Bus,
  farm_advice: Sprout,
  volunteer_centre: HandHeart,
}

export type InstitutionTileProps = {
  /** A code of `institutionKind`, or `family`, `locked`, `home_visit`. */
  kind: string
  large?: boolean
}

/** The sign beside a name; the name always stands in words. */
export function InstitutionTile({ kind, large }: InstitutionTileProps) {
  const Icon =
    kind === 'family'
      ? MessageCircle
      : kind === 'locked'
        ? Lock
        : kind === 'home_visit'
          ? House
          : (icons[kind] ?? Building2)
  const look = [styles.tile, large && styles.large, (kind === 'family' || kind === 'locked') && styles[kind]]
  return (
    <span className={look.filter(Boolean).join(' ')} aria-hidden>
      <Icon size={large ? 20 : 16} />
    </span>
  )
}
